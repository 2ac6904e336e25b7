#pragma once

#include "ventricle_slope.h"

#include <vector>

namespace facet::synthetic {

/// How one person's head differs from the atlas at one time.
struct ShapeTraits {
  std::uint64_t seed = 0;
  clinical::Sex sex = clinical::Sex::Unknown;
  double ageAtFirstScan = 0;
  double yearsSinceFirstScan = 0;
};

/// A smooth map of a person's head to the atlas: other proportions, bends at several scales, sides that may be swapped,
/// ventricles that are wider with age. Thread: may be read from any number of threads.
class HeadShape {
public:
  HeadShape(const VentricleSlope& ventricles, const ShapeTraits& traits);

  /// Frame: LPS mm, from the head's own to the atlas; both begin near the middle of the brain.
  [[nodiscard]] Point atlasFromHead(Point head) const;
  /// The point that atlasFromHead takes to `atlas`, to 0.01 mm.
  [[nodiscard]] Point headFromAtlas(Point atlas) const;
  /// The same where there may be tissue within 4 mm; false elsewhere, which is most of the air.
  [[nodiscard]] bool mapTissue(Point head, Point& atlas) const;

private:
  struct alignas(16) Node {
    float x = 0;
    float y = 0;
    float z = 0;
    float tissue = 0;
  };
  [[nodiscard]] bool locate(Point head, std::size_t& base, Point& part) const;
  [[nodiscard]] Point mapAt(std::size_t base, Point part) const;

  std::array<std::size_t, 3> m_size{};
  std::vector<Node> m_nodes;
};

} // namespace facet::synthetic
