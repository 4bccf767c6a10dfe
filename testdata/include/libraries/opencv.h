// Declarations in the shape of OpenCV.
#pragma once

namespace cv {
class Mat {};
Mat imread(const char* path);
int waitKey(int delay = 0);
class VideoCapture {
public:
  bool read(Mat& image);
  bool isOpened() const;
};
} // namespace cv
