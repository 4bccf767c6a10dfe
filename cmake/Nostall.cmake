# Compilers, dependencies and the helper that makes one static library of a folder.

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# "19" alone does not match Debian's 19.1 config file.
find_package(LLVM 19.1 REQUIRED CONFIG)
# A plain find_package(Clang) finds another version's.
find_package(Clang REQUIRED CONFIG PATHS "${LLVM_LIBRARY_DIR}/cmake/clang" NO_DEFAULT_PATH)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)

add_compile_options(-Wall -Wextra -Wno-missing-field-initializers)
# GCC 12 sees overlapping copies in every `"text" + std::string` of C++20 (GCC bug 105651).
add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

# nostall_library(NAME [EXCEPTIONS] [LLVM] SOURCES... USES lib...)
# LLVM's headers are wanted; EXCEPTIONS only where a dependency needs them.
function(nostall_library name)
  cmake_parse_arguments(ARG "EXCEPTIONS;LLVM" "" "SOURCES;USES" ${ARGN})
  add_library(nostall_${name} STATIC ${ARG_SOURCES})
  target_include_directories(nostall_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  if(NOT ARG_EXCEPTIONS)
    target_compile_options(nostall_${name} PRIVATE -fno-exceptions)
  endif()
  if(ARG_LLVM)
    target_include_directories(nostall_${name} SYSTEM PRIVATE ${LLVM_INCLUDE_DIRS})
    target_compile_definitions(nostall_${name} PRIVATE ${LLVM_DEFINITIONS_LIST})
    target_link_libraries(nostall_${name} PUBLIC LLVM)
  endif()
  foreach(use ${ARG_USES})
    target_link_libraries(nostall_${name} PUBLIC nostall_${use})
  endforeach()
endfunction()

separate_arguments(LLVM_DEFINITIONS_LIST NATIVE_COMMAND "${LLVM_DEFINITIONS}")
