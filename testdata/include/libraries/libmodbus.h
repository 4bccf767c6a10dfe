// Declarations in the shape of libmodbus.
#pragma once

extern "C" {
struct modbus_t;
int modbus_connect(modbus_t* context);
int modbus_read_registers(modbus_t* context, int address, int count, unsigned short* out);
int modbus_get_socket(modbus_t* context);
}
