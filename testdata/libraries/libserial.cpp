#include "fake/task.h"
#include "libraries/libserial.h"

using fake::Task;

Task<> reads(LibSerial::SerialPort& port, char& byte) { port.ReadByte(byte); co_return; } // want: blocking-ipc
Task<bool> asks(LibSerial::SerialPort& port) { co_return port.IsDataAvailable(); }        // ok: blocking-ipc   only asks
