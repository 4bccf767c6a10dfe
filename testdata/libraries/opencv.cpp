#include "fake/task.h"
#include "libraries/opencv.h"

using fake::Task;

Task<> reads() { cv::imread("a.png"); co_return; }                                        // want: blocking-file
Task<> films(cv::VideoCapture& camera, cv::Mat& image) { camera.read(image); co_return; } // want: blocking-file
Task<int> key() { co_return cv::waitKey(100); }                                           // want: blocking-wait
Task<int> pumps() { co_return cv::waitKey(1); }                                           // ok: blocking-wait   the usual pump
Task<bool> asks(cv::VideoCapture& camera) { co_return camera.isOpened(); }                // ok: blocking-file   only asks
