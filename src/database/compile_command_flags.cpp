#include "database/compile_command_flags.h"

#include "support/paths.h"
#include "support/text.h"

#include <clang/Basic/LangStandard.h>
#include <clang/Driver/Options.h>
#include <clang/Driver/Types.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Option/ArgList.h>
#include <llvm/Option/OptTable.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/Path.h>

#include <algorithm>
#include <array>

namespace nostall {
namespace {

namespace options = clang::driver::options;
namespace types = clang::driver::types;
using llvm::opt::Arg;

/// What no flag of these groups says matters to the meaning of the code, or may not be obeyed.
constexpr std::array dropped_groups = {
    options::OPT_Action_Group,
    options::OPT_Diag_Group,
    options::OPT_DebugInfo_Group,
    options::OPT_Link_Group,
    options::OPT_M_Group,
    options::OPT_StaticAnalyzer_Group,
    options::OPT_clang_ignored_f_Group,
    options::OPT_clang_ignored_gcc_optimization_f_Group,
    options::OPT_clang_ignored_legacy_options_Group,
    options::OPT_clang_ignored_m_Group,
    options::OPT_cuda_Group,
    options::OPT_gfortran_Group,
    options::OPT_hip_Group,
    options::OPT_internal_Group,
    options::OPT_offload_Group,
    options::OPT_pedantic_Group,
    options::OPT_reserved_lib_Group,
    options::OPT_sycl_Group,
};

/// Outputs, profiles, sanitizers, link time; plugins and tools of the project; code for accelerators, whose
/// helpers the driver would run; Clang's module maps (their headers are read as text); another Clang's
/// builtin headers.
constexpr std::array<std::string_view, 60> dropped_prefixes = {
    "-fopenmp-targets",
    "--offload",
    "--no-offload",
    "-Wa,",
    "-Wl,",
    "-Xanalyzer",
    "-Xarch",
    "-Xassembler",
    "-Xcuda",
    "-Xlinker",
    "-Xopenmp",
    "-save-temps",
    "--save-temps",
    "-dump",
    "-embed",
    "-emit",
    "-fbuild-session",
    "-fcolor",
    "-fno-color",
    "-fcoverage",
    "-fno-coverage",
    "-fcrash",
    "-fcs-profile",
    "-fdebug",
    "-fno-debug",
    "-fdiagnostics",
    "-fno-diagnostics",
    "-fembed",
    "-ffat-lto",
    "-fno-fat-lto",
    "-flto",
    "-fno-lto",
    "-fmacro-backtrace",
    "-fimplicit-module",
    "-fmodule",
    "-fno-module",
    "-fno-implicit-module",
    "-fpass-plugin",
    "-fpch",
    "-fplugin",
    "-fprebuilt",
    "-fproc-stat",
    "-fprofile",
    "-fno-profile",
    "-fsanitize",
    "-fno-sanitize",
    "-fsave",
    "-fno-save",
    "-fthinlto",
    "-ftest-coverage",
    "-ftime",
    "-fverbose",
    "-fxray",
    "-index-store",
    "-mllvm",
    "-pipe",
    "-print",
    "-resource-dir",
    "-serialize",
    "-static",
};

/// Flags of GCC whose meaning is taken over elsewhere, or is Clang's default: no note about them.
constexpr std::array<std::string_view, 9> understood_flags = {
    "-fconcepts",  "-fconcepts-ts", "-fmodules-ts",  "-fmodule-mapper",      "-fdeps-format",
    "-fdeps-file", "-fdeps-target", "-fmodule-only", "-fsearch-include-path"};

template <typename List>
bool startsWithAny(llvm::StringRef word, const List& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return word.starts_with(prefix); });
}

bool isDropped(const Arg& arg) {
  const llvm::opt::Option& option = arg.getOption();
  if (option.hasFlag(options::LinkerInput) || option.hasFlag(options::LinkOption) ||
      option.hasFlag(options::Ignored)) {
    return true;
  }
  if (std::any_of(dropped_groups.begin(), dropped_groups.end(),
                  [&](options::ID group) { return option.matches(group); })) {
    return true;
  }
  return startsWithAny(option.getPrefixedName(), dropped_prefixes);
}

/// Macros and include paths: written as one word each, they make the sets of flags differ.
constexpr std::array joined_words = {options::OPT_D, options::OPT_U, options::OPT_I};

bool isOneOf(const Arg& arg, llvm::ArrayRef<options::ID> ids) {
  return llvm::is_contained(ids, arg.getOption().getID());
}

/// "-fwhat" for "-fwhat=7".
std::string withoutValue(llvm::StringRef flag) {
  return flag.split('=').first.str();
}

bool isCxxStandard(llvm::StringRef standard) {
  return standard.contains("++");
}

bool hasCxx20(const std::string& standard) {
  const auto kind = clang::LangStandard::getLangKind(standard);
  return kind != clang::LangStandard::lang_unspecified &&
         clang::LangStandard::getLangStandardForKind(kind).isCPlusPlus20();
}

class Translator {
public:
  explicit Translator(const CommandWords& command) : command_(command) {}

  TranslatedFlags translate() {
    takeDriverWords();
    takeCompilerWords();
    settleLanguage();
    settleStandard();
    if (result_.target.empty() && !command_.compiler.target.empty()) {
      result_.target = command_.compiler.target;
      result_.options.push_back("--target=" + result_.target);
    }
    dropForeignNative();
    std::sort(result_.dropped.begin(), result_.dropped.end());
    result_.dropped.erase(std::unique(result_.dropped.begin(), result_.dropped.end()), result_.dropped.end());
    return std::move(result_);
  }

private:
  llvm::opt::InputArgList parse(const std::vector<std::string>& words, unsigned visibility) {
    std::vector<const char*> pointers;
    pointers.reserve(words.size());
    for (const std::string& word : words) {
      pointers.push_back(word.c_str());
    }
    unsigned missing_index = 0;
    unsigned missing_count = 0;
    auto args = clang::driver::getDriverOptTable().ParseArgs(pointers, missing_index, missing_count,
                                                             llvm::opt::Visibility(visibility));
    if (missing_count > 0) {
      result_.notes.push_back(printable(words[missing_index]) +
                              " ends a command without the value that it needs and was dropped");
    }
    return args;
  }

  /// "native" is this machine; for another target the driver would run a program to learn what that is.
  void dropForeignNative() {
    if (result_.target.empty()) { return; }
    for (std::vector<std::string>* words : {&result_.flags, &result_.options}) {
      std::erase_if(*words, [&](const std::string& word) {
        const bool native = word == "-mcpu=native" || word == "-march=native" || word == "-mtune=native";
        if (native) { result_.dropped.push_back(word); }
        return native;
      });
    }
  }

  void takeDriverWords() {
    const auto args = parse(command_.words, options::ClangOption);
    for (const Arg* arg : args) {
      take(*arg, args);
    }
  }

  /// -Xclang and its like reach into the compiler past the driver, plugins included. What the driver
  /// knows too is taken as if it had been said plainly, include paths as they are, the rest is gone.
  void takeCompilerWords() {
    const auto args = parse(compiler_words_, options::CC1Option);
    for (const Arg* arg : args) {
      const llvm::opt::Option& option = arg->getOption();
      if (option.getKind() == llvm::opt::Option::UnknownClass ||
          option.getKind() == llvm::opt::Option::InputClass) {
        continue;
      }
      if (option.hasVisibilityFlag(options::ClangOption)) {
        take(*arg, args);
      } else if (option.matches(options::OPT_internal_isystem) ||
                 option.matches(options::OPT_internal_externc_isystem)) {
        for (const std::string& word : rendered(*arg, args)) {
          result_.flags.insert(result_.flags.end(), {"-Xclang", word});
        }
      }
    }
  }

  void take(const Arg& arg, const llvm::opt::ArgList& args) {
    const unsigned id = arg.getOption().getID();
    if (!takeSpecial(id, arg) && !isDropped(arg)) { takeKept(id, arg, args); }
  }

  /// Flags that end up elsewhere than among the flags.
  bool takeSpecial(unsigned id, const Arg& arg) {
    switch (id) {
    case options::OPT_INPUT: takeInput(arg.getValue()); return true;
    case options::OPT__DASH_DASH:
      for (const char* value : arg.getValues()) {
        takeInput(value);
      }
      return true;
    case options::OPT_UNKNOWN: takeUnknown(arg.getSpelling()); return true;
    case options::OPT_x: language_ = arg.getValue(); return true;
    case options::OPT_fcoroutines: wants_coroutines_ = true; return true;
    case options::OPT_o: result_.output = arg.getValue(); return true;
    case options::OPT_std_EQ: standards_.push_back(arg.getValue()); return true;
    case options::OPT_include: addInclude(arg.getValue()); return true;
    case options::OPT_include_pch: addPrecompiled(arg.getValue()); return true;
    case options::OPT_Xclang:
    case options::OPT_Xpreprocessor:
    case options::OPT_Wp_COMMA:
      compiler_words_.insert(compiler_words_.end(), arg.getValues().begin(), arg.getValues().end());
      return true;
    case options::OPT_fmodule_file:
      result_.has_module_flags = true;
      result_.module_files.push_back(arg.getValue());
      return true;
    case options::OPT_B:
    case options::OPT__analyze:
    case options::OPT_config:
    case options::OPT_driver_mode:
    case options::OPT_v:
    case options::OPT_w: return true;
    default: return takeLibrary(id, arg);
    }
  }

  bool takeLibrary(unsigned id, const Arg& arg) {
    if (id == options::OPT_stdlib_EQ) {
      result_.wants_libcxx = llvm::StringRef(arg.getValue()) == "libc++";
      return result_.wants_libcxx;
    }
    return false;
  }

  void takeKept(unsigned id, const Arg& arg, const llvm::opt::ArgList& args) {
    if (arg.getOption().hasFlag(options::Unsupported)) {
      takeUnknown(arg.getSpelling());
      return;
    }
    switch (id) {
    case options::OPT_D:
    case options::OPT_U: result_.macros.insert(withoutValue(arg.getValue())); break;
    case options::OPT_target: result_.target = arg.getValue(); break;
    case options::OPT__sysroot_EQ:
    case options::OPT_isysroot: result_.sysroot = absolutePath(arg.getValue(), command_.directory); break;
    case options::OPT_nostdinc:
    case options::OPT_nostdlibinc:
    case options::OPT_nostdincxx: result_.has_own_includes = true; break;
    default: break;
    }
    const std::vector<std::string> words = rendered(arg, args);
    const bool is_option = words.size() == 1 && !isOneOf(arg, joined_words);
    llvm::append_range(is_option ? result_.options : result_.flags, words);
  }

  static std::vector<std::string> rendered(const Arg& arg, const llvm::opt::ArgList& args) {
    // Joined, so that a word is a flag: Clang's own spelling of these is two words.
    if (isOneOf(arg, joined_words) && *arg.getValue() != '\0') {
      return {arg.getSpelling().str() + arg.getValue()};
    }
    llvm::opt::ArgStringList words;
    arg.render(args, words);
    return {words.begin(), words.end()};
  }

  void takeInput(llvm::StringRef input) {
    if (absolutePath(input.str(), command_.directory) == command_.file) {
      file_language_ = language_;
      has_file_ = true;
    }
  }

  void takeUnknown(llvm::StringRef flag) {
    const std::string name = withoutValue(flag);
    wants_concepts_ |= name.starts_with("-fconcepts");
    result_.has_module_flags |= name.starts_with("-fmodule");
    if (!llvm::is_contained(understood_flags, name) && !startsWithAny(name, dropped_prefixes)) {
      result_.dropped.push_back(printable(name));
    }
  }

  void addInclude(const std::string& header) {
    const std::string path = absolutePath(header, command_.directory);
    for (const std::string& known : result_.includes) {
      if (absolutePath(known, command_.directory) == path) { return; }
    }
    result_.includes.push_back(header);
  }

  /// The text that a precompiled header was made of stands beside it.
  void addPrecompiled(const std::string& precompiled) {
    const llvm::StringRef stem = llvm::StringRef(precompiled).rsplit('.').first;
    for (const char* suffix : {"", ".h", ".hpp", ".hxx", ".hh"}) {
      const std::string header = stem.str() + suffix;
      if (llvm::sys::fs::is_regular_file(absolutePath(header, command_.directory))) {
        addInclude(header);
        return;
      }
    }
    addInclude(stem.str());
    result_.notes.push_back("the header of the precompiled header " +
                            printable(absolutePath(precompiled, command_.directory)) +
                            " is missing: configure or build the project once first");
  }

  void settleLanguage() {
    const std::string& language = has_file_ ? file_language_ : language_;
    types::ID type = types::TY_INVALID;
    if (language.empty() || language == "none") {
      const llvm::StringRef extension = llvm::sys::path::extension(command_.file);
      type = types::lookupTypeForExtension(extension.drop_while([](char c) { return c == '.'; }));
      if (command_.compiler.is_cxx && type != types::TY_INVALID) {
        type = types::lookupCXXTypeForCType(type);
      }
      result_.language_name = extension.empty() ? "no known" : "\"" + printable(extension) + "\"";
    } else {
      type = types::lookupTypeForTypeSpecifier(language.c_str());
      result_.language_name = printable(language);
    }
    result_.language = languageOf(type);
  }

  static UnitLanguage languageOf(types::ID type) {
    switch (type) {
    case types::TY_C:
    case types::TY_PP_C: return UnitLanguage::C;
    case types::TY_CXX:
    case types::TY_PP_CXX: return UnitLanguage::Cxx;
    case types::TY_CXXModule:
    case types::TY_PP_CXXModule: return UnitLanguage::CxxModule;
    default: break;
    }
    return type != types::TY_INVALID && types::onlyPrecompileType(type) ? UnitLanguage::Header
                                                                        : UnitLanguage::Other;
  }

  /// The last -std counts. One for the other language does not: GCC only warns about it.
  void settleStandard() {
    const bool is_cxx = result_.language != UnitLanguage::C;
    for (const std::string& standard : standards_) {
      if (isCxxStandard(standard) == is_cxx) { result_.standard = knownStandard(standard); }
    }
    if (!is_cxx) { return; }
    // Clang has concepts from C++20 on only, GCC has them in any mode with -fconcepts.
    if (wants_concepts_ && !hasCxx20(result_.standard)) { result_.standard = "gnu++20"; }
    result_.has_coroutines = wants_coroutines_ || hasCxx20(result_.standard);
    if (wants_coroutines_ && !hasCxx20(result_.standard)) {
      // As GCC does it: coroutines, and nothing else of C++20. Clang's driver does not pass the flag on, and
      // Clang does not define the macro that <coroutine> asks for.
      llvm::append_values(result_.flags, "-Xclang", "-fcoroutines", "-D__cpp_impl_coroutine=201902L");
    }
  }

  std::string knownStandard(const std::string& standard) {
    if (clang::LangStandard::getLangKind(standard) != clang::LangStandard::lang_unspecified) {
      return standard;
    }
    const bool is_gnu = standard.starts_with("gnu");
    const std::string newest =
        isCxxStandard(standard) ? (is_gnu ? "gnu++26" : "c++26") : (is_gnu ? "gnu2y" : "c2y");
    result_.notes.push_back("-std=" + printable(standard) + " is not known to Clang: the code is read as " +
                            newest);
    return newest;
  }

  const CommandWords& command_;
  TranslatedFlags result_;
  std::vector<std::string> compiler_words_; ///< said to the compiler past the driver
  std::vector<std::string> standards_;
  std::string language_;      ///< of -x, so far
  std::string file_language_; ///< of -x when the file came
  bool has_file_ = false;
  bool wants_concepts_ = false;
  bool wants_coroutines_ = false;
};

} // namespace

TranslatedFlags translateFlags(const CommandWords& command) {
  return Translator(command).translate();
}

} // namespace nostall
