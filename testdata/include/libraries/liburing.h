// Declarations in the shape of liburing.
#pragma once

extern "C" {
struct io_uring;
struct io_uring_cqe;
int io_uring_wait_cqe(io_uring* ring, io_uring_cqe** result);
int io_uring_peek_cqe(io_uring* ring, io_uring_cqe** result);
int io_uring_submit_and_wait(io_uring* ring, unsigned int count);
}
