#pragma once

#include <facet/core/date.h>
#include <facet/core/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace facet::imaging {

/// What a magnetic resonance image shows bright and dark.
enum class Contrast : std::uint8_t { T1w, T1wEnhanced, T2w, Flair, ProtonDensity, Stir, Swi, Other };
/// "T1w", "T1w+ce", "T2w", "FLAIR", "PD", "STIR", "SWI", "other".
[[nodiscard]] std::string_view nameOf(Contrast contrast);

enum class ContrastAgent : std::uint8_t { NotStated, NotGiven, Given };

/// How an image was taken, as its header or sidecar says. No field holds who was scanned: names, ids and dates of birth
/// that stand in the free texts of a header are left out of them.
struct SequenceFacts {
  std::string modality; ///< "MR", "CT" …
  std::string studyUid;
  std::string seriesUid;
  std::string frameOfReferenceUid;
  std::optional<Day> studyDate;
  std::optional<Day> acquisitionDate;
  std::optional<int> seriesNumber;
  std::optional<int> echoNumber;
  std::string studyDescription;
  std::string seriesDescription;
  std::string protocolName;
  std::string sequenceName;
  std::string bodyPart;
  std::string acquisitionType; ///< "2D" or "3D"
  std::vector<std::string> imageType;
  std::vector<std::string> scanningSequence;
  std::vector<std::string> sequenceVariant;
  std::vector<std::string> scanOptions;
  std::optional<double> echoTimeMs;
  std::optional<double> repetitionTimeMs;
  std::optional<double> inversionTimeMs;
  std::optional<double> flipAngleDegrees;
  std::optional<double> fieldStrengthTesla;
  std::optional<double> sliceThicknessMm;
  std::optional<int> echoTrainLength;
  ContrastAgent contrastAgent = ContrastAgent::NotStated;
  std::string manufacturer;
  std::string model;
};

/// A guess with the facts that led to it, for people to judge.
struct ContrastGuess {
  Contrast contrast = Contrast::Other;
  Message reason;
  Message doubt = {}; ///< what speaks against it; may be empty
};

/// What the image most probably shows: from what its names say, else from its times. Names win over times, as sites
/// name what they ordered; where both speak and differ the reason says so.
[[nodiscard]] ContrastGuess guessContrast(const SequenceFacts& facts);

} // namespace facet::imaging
