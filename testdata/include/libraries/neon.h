// Declarations in the shape of neon.
#pragma once

extern "C" {
struct ne_request;
int ne_request_dispatch(ne_request* request);
void ne_request_destroy(ne_request* request);
}
