#include "fake/task.h"
#include "libraries/pugixml.h"

using fake::Task;

Task<> reads(pugi::xml_document& document) { document.load_file("a.xml"); co_return; }   // want: blocking-file
Task<> parses(pugi::xml_document& document) { document.load_string("<a/>"); co_return; } // ok: blocking-file   from memory
