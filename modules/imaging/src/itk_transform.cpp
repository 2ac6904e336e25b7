#include <facet/core/text.h>
#include <facet/imaging/bids.h>

#include <array>
#include <cmath>

// Source of the format and of the meaning of the parameters: ITK, itkTxtTransformIO.cxx and the transform classes.

namespace facet::imaging {
namespace {

struct TransformText {
  std::string kind; ///< "AffineTransform", without number type and dimensions
  std::vector<double> parameters;
  std::vector<double> fixed;
};

Error invalid(const std::string& name, Message reason, Message place = {}) {
  return {ErrorCode::InvalidInput, name, std::move(reason), std::move(place)};
}

std::optional<std::vector<double>> parseNumbers(std::string_view text) {
  std::vector<double> values;
  for (const std::string_view word : splitText(text, ' ')) {
    if (trimText(word).empty()) {
      continue;
    }
    const auto value = parseNumber(trimText(word));
    if (!value) {
      return std::nullopt;
    }
    values.push_back(*value);
  }
  return values;
}

Result<TransformText> parseTransform(std::string_view text, const std::string& name) {
  const auto lines = splitText(text, '\n');
  if (!trimText(lines.front()).starts_with("#Insight Transform File V1.0")) {
    return invalid(name, FACET_TEXT("imaging", "is no ITK transform in text form"));
  }
  TransformText found;
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const std::string_view line = trimText(lines[at]);
    const std::size_t colon = line.find(':');
    if (line.empty() || line.starts_with('#') || colon == std::string_view::npos) {
      continue;
    }
    const std::string_view key = line.substr(0, colon);
    const std::string_view value = trimText(line.substr(colon + 1));
    if (key == "Transform") {
      if (!found.kind.empty()) {
        return Error{ErrorCode::Unsupported, name, FACET_TEXT("imaging", "holds several transforms; one is wanted")};
      }
      const std::size_t type = value.find('_');
      if (value.substr(std::min(type, value.size())) != "_double_3_3" &&
          value.substr(std::min(type, value.size())) != "_float_3_3") {
        return Error{ErrorCode::Unsupported, name,
                     FACET_TEXT("imaging", "holds a transform of kind %1, which is not read").with(value)};
      }
      found.kind = value.substr(0, type);
    } else if (key == "Parameters" || key == "FixedParameters") {
      const auto values = parseNumbers(value);
      if (!values) {
        return invalid(name, FACET_TEXT("imaging", "has a parameter that is no number"), atLine(at + 1));
      }
      (key == "Parameters" ? found.parameters : found.fixed) = *values;
    }
  }
  if (found.kind.empty()) {
    return invalid(name, FACET_TEXT("imaging", "holds no transform"));
  }
  return found;
}

Affine3 fromRows(const std::vector<double>& rows) {
  Affine3 map;
  for (std::size_t at = 0; at < 9; ++at) {
    map.matrix[at / 3][at % 3] = rows[at];
  }
  return map;
}

Affine3 about(std::size_t a, std::size_t b, double angle) {
  Affine3 map;
  map.matrix[a][a] = std::cos(angle);
  map.matrix[b][b] = std::cos(angle);
  map.matrix[a][b] = -std::sin(angle);
  map.matrix[b][a] = std::sin(angle);
  return map;
}

/// The rotation of a versor given by its vector part.
Affine3 fromVersor(double x, double y, double z) {
  const double w = std::sqrt(std::max(0.0, 1 - x * x - y * y - z * z));
  Affine3 map;
  map.matrix = {{{1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)},
                 {2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)},
                 {2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)}}};
  return map;
}

struct Kind {
  std::string_view name;
  std::size_t parameters;
};

constexpr std::array<Kind, 10> kKinds = {{{"AffineTransform", 12},
                                          {"MatrixOffsetTransformBase", 12},
                                          {"Euler3DTransform", 6},
                                          {"CenteredEuler3DTransform", 9},
                                          {"VersorRigid3DTransform", 6},
                                          {"Similarity3DTransform", 7},
                                          {"TranslationTransform", 3},
                                          {"IdentityTransform", 0},
                                          {"Rigid3DTransform", 12},
                                          {"VersorTransform", 3}}};

struct LinearPart {
  Affine3 matrix;
  std::size_t translationAt = 0; ///< index of the first translation parameter
  bool hasTranslation = true;
};

LinearPart linearPart(const TransformText& t) {
  const auto& p = t.parameters;
  if (t.kind == "AffineTransform" || t.kind == "MatrixOffsetTransformBase" || t.kind == "Rigid3DTransform") {
    return {fromRows(p), 9, true};
  }
  if (t.kind == "Euler3DTransform" || t.kind == "CenteredEuler3DTransform") {
    // ITK turns about y first, then x, then z, unless the last fixed parameter asks for the order z, y, x.
    const bool zyx = t.fixed.size() > 3 && t.fixed[3] != 0;
    const Affine3 x = about(1, 2, p[0]);
    const Affine3 y = about(2, 0, p[1]);
    const Affine3 z = about(0, 1, p[2]);
    return {zyx ? compose(z, compose(y, x)) : compose(z, compose(x, y)), t.kind == "Euler3DTransform" ? 3U : 6U, true};
  }
  if (t.kind == "VersorRigid3DTransform" || t.kind == "Similarity3DTransform" || t.kind == "VersorTransform") {
    LinearPart part{fromVersor(p[0], p[1], p[2]), 3, t.kind != "VersorTransform"};
    if (t.kind == "Similarity3DTransform") {
      for (std::size_t column = 0; column < 3; ++column) {
        part.matrix.setColumn(column, part.matrix.column(column) * p[6]);
      }
    }
    return part;
  }
  return {Affine3{}, 0, t.kind == "TranslationTransform"};
}

} // namespace

Result<Affine3> readItkTransform(std::string_view text, const std::string& name) {
  const auto decoded = decodeText(text);
  if (!decoded) {
    Error error = decoded.error();
    error.subject = name;
    return error;
  }
  const auto parsed = parseTransform(*decoded, name);
  if (!parsed) {
    return parsed.error();
  }
  for (const Kind& kind : kKinds) {
    if (kind.name != parsed->kind) {
      continue;
    }
    if (parsed->parameters.size() != kind.parameters) {
      return invalid(name, FACET_TEXT("imaging", "has %1 parameters; %2 has %3")
                               .with(parsed->parameters.size(), parsed->kind, kind.parameters));
    }
    const LinearPart part = linearPart(*parsed);
    Vec3 centre;
    const std::vector<double>& from =
        parsed->kind == "CenteredEuler3DTransform"
            ? std::vector<double>(parsed->parameters.begin() + 3, parsed->parameters.begin() + 6)
            : parsed->fixed;
    for (std::size_t axis = 0; axis < 3 && axis < from.size(); ++axis) {
      centre[axis] = from[axis];
    }
    Affine3 map = part.matrix;
    // matrix · (x − centre) + centre + translation.
    map.offset = centre - map.linear(centre);
    for (std::size_t axis = 0; axis < 3 && part.hasTranslation; ++axis) {
      map.offset[axis] += parsed->parameters[part.translationAt + axis];
    }
    if (!map.isFinite() || !map.inverse()) {
      return invalid(name, FACET_TEXT("imaging", "cannot be turned back"));
    }
    return map;
  }
  return Error{ErrorCode::Unsupported, name,
               FACET_TEXT("imaging", "holds a transform of kind %1, which is not read").with(parsed->kind)};
}

} // namespace facet::imaging
