#include <facet/core/random.h>

#include <cmath>
#include <numbers>

namespace facet {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * counter[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * counter[2];
    counter = {static_cast<std::uint32_t>(b >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(b),
               static_cast<std::uint32_t>(a >> 32) ^ counter[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += 0x9E3779B9U;
    key[1] += 0xBB67AE85U;
  }
  return counter;
}

RandomStream::RandomStream(std::uint64_t seed, std::uint64_t item, std::uint32_t purpose)
    : m_key{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}
    , m_counter{0, purpose, static_cast<std::uint32_t>(item), static_cast<std::uint32_t>(item >> 32)} {}

std::uint32_t RandomStream::word() {
  if (m_used == 4) {
    m_block = philox4x32(m_counter, m_key);
    ++m_counter[0];
    m_used = 0;
  }
  return m_block[m_used++];
}

double RandomStream::uniform() {
  const std::uint64_t high = word() >> 5;
  const std::uint64_t low = word() >> 6;
  return static_cast<double>((high << 26) | low) * 0x1p-53;
}

std::uint32_t RandomStream::below(std::uint32_t limit) {
  const std::uint32_t rejected = (0U - limit) % limit;
  while (true) {
    const std::uint32_t value = word();
    if (value >= rejected) {
      return value % limit;
    }
  }
}

double RandomStream::normal() {
  if (m_hasSpare) {
    m_hasSpare = false;
    return m_spareNormal;
  }
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));
  const double angle = 2 * std::numbers::pi * uniform();
  m_spareNormal = radius * std::sin(angle);
  m_hasSpare = true;
  return radius * std::cos(angle);
}

double RandomStream::exponential(double rate) {
  return -std::log(1 - uniform()) / rate;
}

double RandomStream::gamma(double shape, double scale) {
  if (shape < 1) {
    return gamma(shape + 1, scale) * std::pow(1 - uniform(), 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  while (true) {
    const double x = normal();
    const double v = std::pow(1 + c * x, 3);
    if (v > 0 && std::log(1 - uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) {
      return d * v * scale;
    }
  }
}

unsigned RandomStream::poisson(double mean) {
  unsigned total = 0;
  // Split so that exp(-mean) never underflows: a sum of Poisson numbers is Poisson.
  while (mean > 0) {
    const double part = mean > 30 ? 30 : mean;
    mean -= part;
    const double limit = std::exp(-part);
    for (double product = 1 - uniform(); product > limit; product *= 1 - uniform()) {
      ++total;
    }
  }
  return total;
}

std::size_t RandomStream::pick(std::span<const double> weights) {
  double sum = 0;
  for (const double w : weights) {
    sum += w;
  }
  double target = uniform() * sum;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] <= 0) {
      continue;
    }
    last = i;
    if (target < weights[i]) {
      return i;
    }
    target -= weights[i];
  }
  return last;
}

} // namespace facet
