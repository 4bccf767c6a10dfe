// Declarations in the shape of libusb.
#pragma once

extern "C" {
struct libusb_device_handle;
struct libusb_transfer;
struct libusb_context;
int libusb_bulk_transfer(libusb_device_handle* device, unsigned char endpoint, unsigned char* data, int size,
                         int* sent, unsigned int timeout);
int libusb_submit_transfer(libusb_transfer* transfer);
int libusb_handle_events(libusb_context* context);
}
