#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace facet {

/// Four random words for a counter and a key: the same on every machine and in any order of calls.
/// Source: Philox4x32-10, Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
[[nodiscard]] std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                                      std::array<std::uint32_t, 2> key);

/// A stream of random numbers that is fixed by seed, item and purpose, so that any participant or voxel row can be
/// drawn alone, in any order and on any number of threads.
class RandomStream {
public:
  RandomStream(std::uint64_t seed, std::uint64_t item, std::uint32_t purpose);

  [[nodiscard]] std::uint32_t word();
  /// Range: 0 (included) … 1 (excluded), 53 random bits.
  [[nodiscard]] double uniform();
  /// Range: low (included) … high (excluded).
  [[nodiscard]] double uniform(double low, double high) { return low + (high - low) * uniform(); }
  /// A whole number from 0 to limit − 1, without bias. `limit` must not be 0.
  [[nodiscard]] std::uint32_t below(std::uint32_t limit);
  [[nodiscard]] bool chance(double probability) { return uniform() < probability; }
  /// Standard normal (Box–Muller).
  [[nodiscard]] double normal();
  [[nodiscard]] double normal(double mean, double sd) { return mean + sd * normal(); }
  /// Exponential with the given rate per unit.
  [[nodiscard]] double exponential(double rate);
  /// Gamma with the given shape and scale. Source: Marsaglia and Tsang, ACM TOMS 2000;26:363.
  [[nodiscard]] double gamma(double shape, double scale);
  [[nodiscard]] unsigned poisson(double mean);
  /// An index drawn in proportion to `weights`, none of which is negative and one of which is positive.
  [[nodiscard]] std::size_t pick(std::span<const double> weights);

private:
  std::array<std::uint32_t, 2> m_key;
  std::array<std::uint32_t, 4> m_counter;
  std::array<std::uint32_t, 4> m_block{};
  unsigned m_used = 4;
  double m_spareNormal = 0;
  bool m_hasSpare = false;
};

} // namespace facet
