#include "fake/task.h"
#include "libraries/alsa.h"

using fake::Task;

Task<> opens(snd_pcm_t** pcm) {
  snd_pcm_open(pcm, "default", 0, 0);                                                        // want: blocking-ipc
  snd_pcm_open(pcm, "default", 0, SND_PCM_NONBLOCK);                                         // ok: blocking-ipc   does not wait
  co_return;
}
Task<> writes(snd_pcm_t* pcm, const char* data) { snd_pcm_writei(pcm, data, 1); co_return; } // want: blocking-ipc note
Task<int> polls(snd_pcm_t* pcm) { co_return snd_pcm_wait(pcm, 0); }                          // ok: blocking-ipc   returns at once
