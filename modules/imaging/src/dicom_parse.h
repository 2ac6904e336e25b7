#pragma once

#include "byte_source.h"

#include <facet/core/date.h>
#include <facet/core/result.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

class DcmFileFormat;
class DcmItem;
class DcmTagKey;

namespace facet::imaging {

struct DicomFileDeleter {
  void operator()(DcmFileFormat* file) const;
};
/// A parsed DICOM file.
using DicomFile = std::unique_ptr<DcmFileFormat, DicomFileDeleter>;

/// Whether a file with these first bytes can be DICOM: with the mark after the preamble, or beginning with an element
/// of group 8 as very old files do. 132 bytes are enough.
[[nodiscard]] bool mayBeDicom(std::string_view firstBytes);

/// Everything in a file, pixels included. The bytes may be dropped afterwards.
/// Errors: Corrupt for a cut or damaged file; InvalidInput for what is no DICOM.
[[nodiscard]] Result<DicomFile> parseDicom(std::string_view bytes, const std::string& name);
/// Everything before the pixels; no more of the source is read than that takes. Errors: as parseDicom and readAt.
[[nodiscard]] Result<DicomFile> parseDicomHeader(const ByteSource& source);

/// Values of an element joined by '\', in UTF-8, without padding; empty where the element is missing.
[[nodiscard]] std::string textOf(DcmItem& item, const DcmTagKey& tag, const std::string& characterSet = {});
/// Values of an element of type CS or alike, one by one.
[[nodiscard]] std::vector<std::string> wordsOf(DcmItem& item, const DcmTagKey& tag);
/// A value as a number; nothing where it is missing or none.
[[nodiscard]] std::optional<double> numberOf(DcmItem& item, const DcmTagKey& tag, unsigned long position = 0);
[[nodiscard]] std::optional<int> integerOf(DcmItem& item, const DcmTagKey& tag);
/// `count` numbers; nothing where one is missing.
[[nodiscard]] std::optional<std::vector<double>> numbersOf(DcmItem& item, const DcmTagKey& tag, std::size_t count);
/// The day of a DA or DT element.
[[nodiscard]] std::optional<Day> dayOf(DcmItem& item, const DcmTagKey& tag);
/// An item of a sequence; null where there is none.
[[nodiscard]] DcmItem* itemOf(DcmItem* item, const DcmTagKey& sequence, unsigned long index = 0);
[[nodiscard]] unsigned long itemCount(DcmItem& item, const DcmTagKey& sequence);

/// The day of "YYYYMMDD" and of the old "YYYY.MM.DD", time after it left aside.
[[nodiscard]] std::optional<Day> parseDicomDay(std::string_view text);
/// Turns off DCMTK's own log, which could name patients. Called by every function here.
void quietDcmtk();

} // namespace facet::imaging
