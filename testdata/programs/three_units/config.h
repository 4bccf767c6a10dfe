#pragma once

void loadConfig();
void parseConfig();
