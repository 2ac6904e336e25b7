#include "dicom_pixels.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace facet::imaging {
namespace {

/// A code stream in memory and how far it was read.
struct Reader {
  std::span<const std::byte> bytes;
  std::size_t at = 0;
};

OPJ_SIZE_T read(void* buffer, OPJ_SIZE_T count, void* data) {
  auto& reader = *static_cast<Reader*>(data);
  const std::size_t got = std::min<std::size_t>(count, reader.bytes.size() - reader.at);
  if (got == 0) {
    return static_cast<OPJ_SIZE_T>(-1);
  }
  std::memcpy(buffer, reader.bytes.data() + reader.at, got);
  reader.at += got;
  return got;
}

OPJ_OFF_T skip(OPJ_OFF_T count, void* data) {
  auto& reader = *static_cast<Reader*>(data);
  if (count < 0 || static_cast<std::uint64_t>(count) > reader.bytes.size() - reader.at) {
    return -1;
  }
  reader.at += static_cast<std::size_t>(count);
  return count;
}

OPJ_BOOL seek(OPJ_OFF_T place, void* data) {
  auto& reader = *static_cast<Reader*>(data);
  if (place < 0 || static_cast<std::uint64_t>(place) > reader.bytes.size()) {
    return OPJ_FALSE;
  }
  reader.at = static_cast<std::size_t>(place);
  return OPJ_TRUE;
}

using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Image = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

Stream streamOver(Reader& reader) {
  Stream stream(opj_stream_create(OPJ_J2K_STREAM_CHUNK_SIZE, OPJ_TRUE), &opj_stream_destroy);
  if (stream) {
    opj_stream_set_read_function(stream.get(), &read);
    opj_stream_set_skip_function(stream.get(), &skip);
    opj_stream_set_seek_function(stream.get(), &seek);
    opj_stream_set_user_data(stream.get(), &reader, nullptr);
    opj_stream_set_user_data_length(stream.get(), reader.bytes.size());
  }
  return stream;
}

/// Whether the header of the stream is of a grey image of the size wanted: checked before anything is unpacked.
bool fits(const opj_image_t& image, const PixelFormat& format) {
  return image.numcomps == 1 && image.x0 == 0 && image.y0 == 0 && image.x1 == format.columns &&
         image.y1 == format.rows && image.comps[0].dx == 1 && image.comps[0].dy == 1 &&
         image.comps[0].prec <= 8 * bytesPerVoxel(format.type);
}

} // namespace

Result<void> unpackJpeg2000(std::span<const std::byte> stream, const PixelFormat& format, std::span<std::byte> to,
                            const std::string& name) {
  Reader reader{stream};
  const Stream input = streamOver(reader);
  const Codec codec(opj_create_decompress(OPJ_CODEC_J2K), &opj_destroy_codec);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  opj_image_t* read = nullptr;
  if (!input || !codec || !opj_setup_decoder(codec.get(), &parameters) ||
      !opj_read_header(input.get(), codec.get(), &read)) {
    opj_image_destroy(read);
    return damagedPixels(name);
  }
  const Image image(read, &opj_image_destroy);
  if (!fits(*image, format) || !opj_decode(codec.get(), input.get(), image.get()) || image->comps[0].data == nullptr ||
      image->comps[0].w != format.columns || image->comps[0].h != format.rows) {
    return damagedPixels(name);
  }
  const std::size_t width = bytesPerVoxel(format.type);
  const OPJ_INT32* pixels = image->comps[0].data;
  // Little-endian: the low bytes of the number are the pixel.
  for (std::size_t at = 0; at < to.size() / width; ++at) {
    std::memcpy(to.data() + at * width, pixels + at, std::min<std::size_t>(width, 4));
  }
  return {};
}

} // namespace facet::imaging
