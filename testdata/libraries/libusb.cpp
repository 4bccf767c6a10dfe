#include "fake/task.h"
#include "libraries/libusb.h"

using fake::Task;

Task<> sends(libusb_device_handle* device, unsigned char* data, int* sent) {
  libusb_bulk_transfer(device, 1, data, 1, sent, 0);                                         // want: blocking-ipc
  co_return;
}
Task<int> submits(libusb_transfer* transfer) { co_return libusb_submit_transfer(transfer); } // ok: blocking-ipc   only submits
Task<int> events(libusb_context* context) { co_return libusb_handle_events(context); }       // want: blocking-ipc
