// Declarations in the shape of LibSerial.
#pragma once

namespace LibSerial {
class SerialPort {
public:
  void ReadByte(char& byte, unsigned long timeout = 0);
  bool IsDataAvailable();
};
} // namespace LibSerial
