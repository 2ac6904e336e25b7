#include "dicom_parse.h"

#include <facet/core/text.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcspchrs.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <cmath>
#include <mutex>

namespace facet::imaging {
namespace {

/// The lowest tag that holds pixels: float, double and integer pixel data follow each other.
const DcmTagKey kPixels(0x7FE0, 0x0008);

enum class Ends { Here, Later };

OFCondition parseInto(DcmFileFormat& file, std::string_view bytes, Ends ends, const DcmTagKey& stop) {
  DcmInputBufferStream stream;
  stream.setBuffer(bytes.data(), static_cast<offile_off_t>(bytes.size()));
  if (ends == Ends::Here) {
    stream.setEos();
  }
  file.transferInit();
  const OFCondition status = file.readUntilTag(stream, EXS_Unknown, EGL_noChange, DCM_MaxReadLength, stop);
  file.transferEnd();
  return status;
}

Error damaged(const std::string& name, const OFCondition& status) {
  if (status == EC_EndOfStream || status == EC_StreamNotifyClient || status == EC_InvalidStream) {
    return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "is a DICOM file that is cut off")};
  }
  return {ErrorCode::Corrupt, name, FACET_TEXT("imaging", "is a damaged DICOM file: %1").with(status.text())};
}

/// Text in the bytes of Latin-1 as UTF-8: the fallback for a character set that cannot be turned.
std::string fromLatin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto code = static_cast<unsigned char>(c);
    if (code < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (code >> 6U));
      out += static_cast<char>(0x80U | (code & 0x3FU));
    }
  }
  return out;
}

std::string toUtf8(const OFString& value, const std::string& characterSet) {
  std::string bytes(value.c_str(), value.length());
  const bool ascii =
      std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != 0x1B; });
  if (ascii) {
    return bytes;
  }
  DcmSpecificCharacterSet converter;
  OFString converted;
  if (converter.selectCharacterSet(OFString(characterSet.c_str(), characterSet.size())).good() &&
      converter.convertString(value, converted).good()) {
    std::string text(converted.c_str(), converted.length());
    if (!firstInvalidUtf8(text)) {
      return text;
    }
  }
  return firstInvalidUtf8(bytes) ? fromLatin1(bytes) : bytes;
}

} // namespace

void DicomFileDeleter::operator()(DcmFileFormat* file) const {
  delete file;
}

void quietDcmtk() {
  static std::once_flag once;
  std::call_once(once, [] { OFLog::configure(OFLogger::OFF_LOG_LEVEL); });
}

bool mayBeDicom(std::string_view firstBytes) {
  if (firstBytes.size() >= 132 && firstBytes.substr(128, 4) == "DICM") {
    return true;
  }
  // Group 8 with a low, even element number: the first element of a data set without preamble.
  return firstBytes.size() >= 132 && firstBytes[0] == 0x08 && firstBytes[1] == 0 && firstBytes[3] == 0 &&
         static_cast<unsigned char>(firstBytes[2]) <= 0x18;
}

Result<DicomFile> parseDicom(std::string_view bytes, const std::string& name) {
  quietDcmtk();
  if (!mayBeDicom(bytes)) {
    return Error{ErrorCode::InvalidInput, name, FACET_TEXT("imaging", "is no DICOM file")};
  }
  DicomFile file(new DcmFileFormat);
  const OFCondition status = parseInto(*file, bytes, Ends::Here, DCM_UndefinedTagKey);
  if (status.bad()) {
    return damaged(name, status);
  }
  return file;
}

Result<DicomFile> parseDicomHeader(const ByteSource& source) {
  quietDcmtk();
  constexpr std::size_t kFirst = std::size_t(1) << 15U;
  for (std::size_t count = kFirst;; count *= 8) {
    const auto head = source.head(count);
    if (!head) {
      return head.error();
    }
    if (!mayBeDicom(*head)) {
      return Error{ErrorCode::InvalidInput, source.name(), FACET_TEXT("imaging", "is no DICOM file")};
    }
    const bool whole = head->size() == source.size();
    DicomFile file(new DcmFileFormat);
    const OFCondition status = parseInto(*file, *head, whole ? Ends::Here : Ends::Later, kPixels);
    if (status.good()) {
      return file;
    }
    if (whole || status != EC_StreamNotifyClient) {
      return damaged(source.name(), status);
    }
  }
}

std::string textOf(DcmItem& item, const DcmTagKey& tag, const std::string& characterSet) {
  OFString value;
  if (item.findAndGetOFStringArray(tag, value).bad()) {
    return {};
  }
  // A NUL inside a text would hide what follows it.
  const std::string text = toUtf8(value, characterSet);
  return std::string(trimText(text.substr(0, text.find('\0'))));
}

std::vector<std::string> wordsOf(DcmItem& item, const DcmTagKey& tag) {
  std::vector<std::string> found;
  const std::string text = textOf(item, tag);
  if (!text.empty()) {
    for (const std::string_view word : splitText(text, '\\')) {
      found.emplace_back(trimText(word));
    }
  }
  return found;
}

std::optional<double> numberOf(DcmItem& item, const DcmTagKey& tag, unsigned long position) {
  OFString value;
  if (item.findAndGetOFString(tag, value, position).bad()) {
    return std::nullopt;
  }
  return parseNumber(trimText(std::string_view(value.c_str(), value.length())));
}

std::optional<int> integerOf(DcmItem& item, const DcmTagKey& tag) {
  const auto value = numberOf(item, tag);
  if (!value || *value != std::floor(*value) || std::abs(*value) > 2e9) {
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

std::optional<std::vector<double>> numbersOf(DcmItem& item, const DcmTagKey& tag, std::size_t count) {
  std::vector<double> values;
  for (std::size_t index = 0; index < count; ++index) {
    const auto value = numberOf(item, tag, static_cast<unsigned long>(index));
    if (!value) {
      return std::nullopt;
    }
    values.push_back(*value);
  }
  return values;
}

std::optional<Day> parseDicomDay(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(0, 10)) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c != '.' || digits.size() == 8) {
      break;
    }
  }
  if (digits.size() < 8) {
    return std::nullopt;
  }
  return facet::dayOf(std::stoi(digits.substr(0, 4)), static_cast<unsigned>(std::stoi(digits.substr(4, 2))),
                      static_cast<unsigned>(std::stoi(digits.substr(6, 2))));
}

std::optional<Day> dayOf(DcmItem& item, const DcmTagKey& tag) {
  return parseDicomDay(textOf(item, tag));
}

DcmItem* itemOf(DcmItem* item, const DcmTagKey& sequence, unsigned long index) {
  DcmSequenceOfItems* found = nullptr;
  if (item == nullptr || item->findAndGetSequence(sequence, found).bad() || found == nullptr ||
      index >= found->card()) {
    return nullptr;
  }
  return found->getItem(index);
}

unsigned long itemCount(DcmItem& item, const DcmTagKey& sequence) {
  DcmSequenceOfItems* found = nullptr;
  return item.findAndGetSequence(sequence, found).good() && found != nullptr ? found->card() : 0;
}

} // namespace facet::imaging
