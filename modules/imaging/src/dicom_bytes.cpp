#include "dicom_bytes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcostrmb.h>

#include <vector>

namespace facet::imaging {

Result<std::string> bytesOf(DcmFileFormat& file, std::size_t expectedBytes) {
  const E_TransferSyntax read = file.getDataset()->getOriginalXfer();
  const E_TransferSyntax syntax = read == EXS_Unknown ? EXS_LittleEndianExplicit : read;
  std::string bytes(expectedBytes + 16384, '\0');
  std::size_t filled = 0;
  file.transferInit();
  while (true) {
    DcmOutputBufferStream stream(bytes.data() + filled, static_cast<offile_off_t>(bytes.size() - filled));
    OFCondition status = file.write(stream, syntax, EET_UndefinedLength, nullptr, EGL_withoutGL);
    void* written = nullptr;
    offile_off_t count = 0;
    stream.flushBuffer(written, count);
    filled += static_cast<std::size_t>(count);
    if (status.good()) {
      break;
    }
    if (status != EC_StreamNotifyClient) {
      file.transferEnd();
      return Error{ErrorCode::Internal, {}, FACET_TEXT("imaging", "DICOM cannot be written: %1").with(status.text())};
    }
    bytes.resize(bytes.size() + bytes.size() / 2);
  }
  file.transferEnd();
  bytes.resize(filled);
  return bytes;
}

} // namespace facet::imaging
