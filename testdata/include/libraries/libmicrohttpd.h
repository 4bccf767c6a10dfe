// Declarations in the shape of GNU libmicrohttpd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <sys/types.h>

extern "C" {
struct MHD_Daemon;
struct MHD_Connection;
struct MHD_Response;
struct MHD_PostProcessor;
struct MHD_UpgradeResponseHandle;
enum MHD_Result { MHD_NO, MHD_YES };
enum MHD_FLAG {
  MHD_NO_FLAG = 0,
  MHD_USE_THREAD_PER_CONNECTION = 4,
  MHD_USE_INTERNAL_POLLING_THREAD = 8,
  MHD_USE_EPOLL_INTERNALLY = 520,
  MHD_USE_AUTO_INTERNAL_THREAD = 65544,
};
enum MHD_OPTION { MHD_OPTION_END = 0, MHD_OPTION_NOTIFY_COMPLETED = 4, MHD_OPTION_THREAD_POOL_SIZE = 14 };
enum MHD_ValueKind { MHD_HEADER_KIND = 1 };
enum MHD_RequestTerminationCode { MHD_REQUEST_TERMINATED_COMPLETED_OK };
typedef MHD_Result (*MHD_AcceptPolicyCallback)(void* data, const void* address, unsigned length);
typedef MHD_Result (*MHD_AccessHandlerCallback)(void* data, MHD_Connection* connection, const char* url, const char* method,
                                                const char* version, const char* upload, size_t* size, void** state);
typedef void (*MHD_RequestCompletedCallback)(void* data, MHD_Connection* connection, void** state, MHD_RequestTerminationCode);
typedef ssize_t (*MHD_ContentReaderCallback)(void* data, uint64_t position, char* buffer, size_t size);
typedef void (*MHD_ContentReaderFreeCallback)(void* data);
typedef MHD_Result (*MHD_KeyValueIterator)(void* data, MHD_ValueKind kind, const char* key, const char* value);
typedef MHD_Result (*MHD_PostDataIterator)(void* data, MHD_ValueKind kind, const char* key, const char* file, const char* type,
                                           const char* encoding, const char* bytes, uint64_t offset, size_t size);
typedef void (*MHD_UpgradeHandler)(void* data, MHD_Connection* connection, void* state, const char* extra, size_t size, int socket,
                                   MHD_UpgradeResponseHandle* handle);
MHD_Daemon* MHD_start_daemon(unsigned flags, uint16_t port, MHD_AcceptPolicyCallback accept, void* accept_data,
                             MHD_AccessHandlerCallback handler, void* handler_data, ...);
void MHD_stop_daemon(MHD_Daemon* daemon);
MHD_Result MHD_run(MHD_Daemon* daemon);
MHD_Result MHD_run_wait(MHD_Daemon* daemon, int32_t milliseconds);
MHD_Response* MHD_create_response_from_callback(uint64_t size, size_t block, MHD_ContentReaderCallback reader, void* data,
                                                MHD_ContentReaderFreeCallback free);
MHD_Response* MHD_create_response_for_upgrade(MHD_UpgradeHandler handler, void* data);
MHD_PostProcessor* MHD_create_post_processor(MHD_Connection* connection, size_t size, MHD_PostDataIterator iterator, void* data);
int MHD_get_connection_values(MHD_Connection* connection, MHD_ValueKind kind, MHD_KeyValueIterator iterator, void* data);
}
