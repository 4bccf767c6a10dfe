// Declarations in the shape of MongoDB C driver.
#pragma once

extern "C" {
struct mongoc_collection_t;
struct mongoc_client_pool_t;
struct mongoc_client_t;
struct bson_t;
bool mongoc_collection_insert_one(mongoc_collection_t* collection, const bson_t* document,
                                  const bson_t* options, bson_t* reply, void* error);
mongoc_client_t* mongoc_client_pool_pop(mongoc_client_pool_t* pool);
mongoc_client_t* mongoc_client_pool_try_pop(mongoc_client_pool_t* pool);
}
