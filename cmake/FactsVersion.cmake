# cmake -DOUTPUT=FILE.cpp -DFILES=a.cpp;b.h -DCLANG_VERSION=19.1.7 -P FactsVersion.cmake
# Writes a C++ file with a name for what FILES and Clang make of a unit.
set(sums "Clang ${CLANG_VERSION}")
foreach(path ${FILES})
  file(SHA256 ${path} sum)
  string(APPEND sums " ${sum}")
endforeach()
string(SHA256 version "${sums}")
file(WRITE ${OUTPUT}
  "// Made by cmake/FactsVersion.cmake.\n"
  "#include \"frontend/frontend.h\"\n\n"
  "namespace nostall {\n\n"
  "std::string_view factsVersion() {\n  return \"${version}\";\n}\n\n"
  "} // namespace nostall\n")
