#include "cli/cli.h"

int main(int argc, char** argv) { return nostall::run(argc, argv); }
