#include "fake/task.h"
#include "libraries/glibmm.h"

using fake::Task;

Task<> reads() { Glib::file_get_contents("a"); co_return; }                          // want: blocking-file
Task<> loads(Gio::File& file, char* text, unsigned long length) {
  file.load_contents(text, length);                                                  // want: blocking-file
  co_return;
}
Task<> loops(Glib::MainLoop& loop) { loop.run(); co_return; }                        // want: nested-event-loop
Task<> ends(Glib::MainLoop& loop) { loop.quit(); co_return; }                        // ok: nested-event-loop   only tells it
Task<> iterates(Glib::MainContext& context) { context.iteration(false); co_return; } // ok: nested-event-loop   does not wait

void start() {
  Glib::signal_timeout().connect([] { Glib::file_get_contents("a"); return true; }, 10); // want: blocking-file
}
