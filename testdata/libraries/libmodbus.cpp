#include "fake/task.h"
#include "libraries/libmodbus.h"

using fake::Task;

Task<int> connects(modbus_t* context) { co_return modbus_connect(context); } // want: blocking-socket
Task<int> reads(modbus_t* context, unsigned short* out) {
  co_return modbus_read_registers(context, 0, 1, out);                       // want: blocking-socket
}
Task<int> asks(modbus_t* context) { co_return modbus_get_socket(context); }  // ok: blocking-socket   only asks
