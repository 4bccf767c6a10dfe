// Declarations in the shape of ALSA.
#pragma once

extern "C" {
struct snd_pcm_t;
#define SND_PCM_NONBLOCK 0x00000001
int snd_pcm_open(snd_pcm_t** pcm, const char* name, int stream, int mode);
long snd_pcm_writei(snd_pcm_t* pcm, const void* buffer, unsigned long size);
int snd_pcm_wait(snd_pcm_t* pcm, int timeout);
}
