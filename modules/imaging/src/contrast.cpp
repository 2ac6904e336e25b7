#include <facet/core/text.h>
#include <facet/imaging/sequence.h>

#include <algorithm>
#include <array>

namespace facet::imaging {
namespace {

/// The words of all names in lower case: letters, digits, '*' and '+' stay, everything else parts words.
std::vector<std::string> wordsOfNames(const SequenceFacts& facts) {
  std::vector<std::string> found;
  for (const std::string* name : {&facts.seriesDescription, &facts.protocolName, &facts.sequenceName}) {
    std::string word;
    for (const char c : toLowerAscii(*name) + " ") {
      const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*' || c == '+';
      if (part) {
        word += c;
      } else if (!word.empty()) {
        found.push_back(std::move(word));
        word.clear();
      }
    }
  }
  return found;
}

using Words = std::vector<std::string>;

/// The first word that begins with one of the beginnings, or an empty text.
std::string startingWith(const Words& words, std::initializer_list<std::string_view> beginnings) {
  for (const std::string& word : words) {
    for (const std::string_view beginning : beginnings) {
      if (word.starts_with(beginning)) {
        return word;
      }
    }
  }
  return {};
}

/// The first word that contains one of the parts, or an empty text.
std::string containing(const Words& words, std::initializer_list<std::string_view> parts) {
  for (const std::string& word : words) {
    for (const std::string_view part : parts) {
      if (word.find(part) != std::string::npos) {
        return word;
      }
    }
  }
  return {};
}

std::string exactly(const Words& words, std::initializer_list<std::string_view> wanted) {
  for (const std::string& word : words) {
    if (std::find(wanted.begin(), wanted.end(), word) != wanted.end()) {
      return word;
    }
  }
  return {};
}

bool follows(const Words& words, std::string_view first, std::string_view second) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    if (words[at - 1] == first && words[at].starts_with(second)) {
      return true;
    }
  }
  return false;
}

ContrastGuess byName(Contrast contrast, const std::string& word) {
  return {contrast, FACET_TEXT("imaging", "its name says %1").with(word), {}};
}

/// What carries no anatomy of one contrast: maps, diffusion, angiography, scouts.
std::string otherWord(const Words& words) {
  std::string word =
      containing(words, {"localiz", "localis", "scout", "survey", "dwi", "diff", "tensor", "perf", "bold", "fmri",
                         "angio", "venogr", "phase", "spectro", "fieldmap", "aahead", "magnitude"});
  if (word.empty()) {
    word = exactly(words, {"loc", "adc",   "trace", "fa",  "dti",     "asl",    "tof", "mra",  "mrv",
                           "mip", "minip", "pha",   "epi", "resting", "rest",   "cbf", "cbv",  "mtt",
                           "svs", "b0",    "b1",    "qsm", "t2*",     "t2star", "gre", "field"});
  }
  if (word.empty() && follows(words, "t2", "star")) {
    word = "t2 star";
  }
  return word;
}

bool saysPostContrast(const SequenceFacts& facts, const Words& words) {
  if (!exactly(words, {"pre", "precontrast", "nativ", "native", "ohne", "without", "noncontrast", "unenhanced"})
           .empty()) {
    return false;
  }
  return facts.contrastAgent == ContrastAgent::Given ||
         !exactly(words,
                  {"+c", "c+",  "gd",  "+gd", "gd+",  "gado", "post", "postcontrast", "postgd", "postgad", "contrast",
                   "km", "+km", "mkm", "ce",  "t1ce", "t1c",  "t1gd", "t1+c",         "t1+gd",  "t1post",  "enhanced"})
              .empty() ||
         !startingWith(words, {"gad", "dotarem", "magnevist", "prohance"}).empty();
}

ContrastGuess fromNames(const SequenceFacts& facts) {
  const Words words = wordsOfNames(facts);
  if (const std::string word = containing(words, {"flair", "darkfluid", "tirmdark"}); !word.empty()) {
    return byName(Contrast::Flair, word);
  }
  if (follows(words, "dark", "fl") || follows(words, "da", "fl")) {
    return byName(Contrast::Flair, "dark fluid");
  }
  if (const std::string word = containing(words, {"stir"}); !word.empty()) {
    return byName(Contrast::Stir, word);
  }
  if (std::string word = startingWith(words, {"swi", "swan", "venobold"}); !word.empty()) {
    return byName(Contrast::Swi, word);
  }
  if (const std::string word = otherWord(words); !word.empty()) {
    return byName(Contrast::Other, word);
  }
  const std::string density = containing(words, {"proton", "density"});
  const std::string pd = density.empty() ? startingWith(words, {"pd", "dp"}) : density;
  const std::string t2 = containing(words, {"t2"});
  if (!pd.empty() && !t2.empty()) {
    const bool early = facts.echoTimeMs && *facts.echoTimeMs < 50;
    return {early ? Contrast::ProtonDensity : Contrast::T2w,
            FACET_TEXT("imaging", "its name says %1 and %2; the echo time is %3 ms")
                .with(pd, t2, facts.echoTimeMs.value_or(0))};
  }
  if (!pd.empty()) {
    return byName(Contrast::ProtonDensity, pd);
  }
  std::string t1 = containing(words, {"t1", "mprage", "mp2rage", "spgr", "bravo", "vibe", "tfl3d", "flash3d", "rage"});
  t1 = t1.empty() ? exactly(words, {"tfe", "3dtfe", "tfl", "ffe", "mpr"}) : t1;
  if (!t1.empty()) {
    if (!saysPostContrast(facts, words)) {
      return byName(Contrast::T1w, t1);
    }
    return {Contrast::T1wEnhanced,
            facts.contrastAgent == ContrastAgent::Given
                ? FACET_TEXT("imaging", "its name says %1, and contrast agent was given").with(t1)
                : FACET_TEXT("imaging", "its name says %1 after contrast agent").with(t1)};
  }
  if (!t2.empty()) {
    return byName(Contrast::T2w, t2);
  }
  return {};
}

/// Source of the limits: usual settings at 1.5 and 3 T in the MAGNIMS–CMSC–NAIMS protocol, Lancet Neurol 2021;20:653.
ContrastGuess fromTimes(const SequenceFacts& facts) {
  const double echo = facts.echoTimeMs.value_or(-1);
  const double repetition = facts.repetitionTimeMs.value_or(-1);
  const double inversion = facts.inversionTimeMs.value_or(0);
  if (echo < 0 || repetition < 0) {
    return {Contrast::Other, FACET_TEXT("imaging", "neither its name nor its times say what it shows"), {}};
  }
  const bool gradient =
      std::find(facts.scanningSequence.begin(), facts.scanningSequence.end(), "GR") != facts.scanningSequence.end();
  const auto guess = [&](Contrast contrast) {
    return ContrastGuess{contrast, FACET_TEXT("imaging", "repetition time %1 ms, echo time %2 ms, inversion time %3 ms")
                                       .with(repetition, echo, inversion)};
  };
  const Contrast t1 = facts.contrastAgent == ContrastAgent::Given ? Contrast::T1wEnhanced : Contrast::T1w;
  if (inversion >= 1400 && repetition >= 4000 && echo >= 60) {
    return guess(Contrast::Flair);
  }
  if (inversion >= 80 && inversion <= 300 && repetition >= 2000 && !gradient) {
    return guess(Contrast::Stir);
  }
  if ((gradient && echo <= 8) || (repetition <= 1000 && echo <= 30 && !gradient) ||
      (inversion >= 400 && inversion < 1400 && echo <= 15)) {
    return guess(t1);
  }
  if (gradient) {
    return guess(Contrast::Other);
  }
  if (repetition >= 1500 && echo >= 60) {
    return guess(Contrast::T2w);
  }
  if (repetition >= 1500 && echo <= 45) {
    return guess(Contrast::ProtonDensity);
  }
  return guess(Contrast::Other);
}

/// Whether times contradict a name.
bool contradict(Contrast byName, Contrast byTimes) {
  const auto plain = [](Contrast contrast) { return contrast == Contrast::T1wEnhanced ? Contrast::T1w : contrast; };
  return byTimes != Contrast::Other && plain(byName) != plain(byTimes);
}

} // namespace

std::string_view nameOf(Contrast contrast) {
  constexpr std::array<std::string_view, 8> kNames = {"T1w", "T1w+ce", "T2w", "FLAIR", "PD", "STIR", "SWI", "other"};
  return kNames[static_cast<std::size_t>(contrast)];
}

ContrastGuess guessContrast(const SequenceFacts& facts) {
  if (!facts.modality.empty() && facts.modality != "MR") {
    return {Contrast::Other, FACET_TEXT("imaging", "it is no magnetic resonance image (%1)").with(facts.modality), {}};
  }
  for (const char* derived : {"ADC", "FA", "PHASE MAP", "P", "PROJECTION IMAGE", "MIP", "TRACEW"}) {
    if (std::find(facts.imageType.begin(), facts.imageType.end(), derived) != facts.imageType.end()) {
      return {Contrast::Other, FACET_TEXT("imaging", "its image type says %1").with(derived), {}};
    }
  }
  const ContrastGuess named = fromNames(facts);
  const ContrastGuess timed = fromTimes(facts);
  if (named.reason.empty()) {
    return timed;
  }
  if (named.contrast == Contrast::Other || !contradict(named.contrast, timed.contrast)) {
    return named;
  }
  return {named.contrast, named.reason,
          FACET_TEXT("imaging", "its times look like %1 (repetition %2 ms, echo %3 ms, inversion %4 ms)")
              .with(nameOf(timed.contrast), facts.repetitionTimeMs.value_or(0), facts.echoTimeMs.value_or(0),
                    facts.inversionTimeMs.value_or(0))};
}

} // namespace facet::imaging
