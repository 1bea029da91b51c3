package dev.teiten.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.teiten.size.SizingAdvice.Option;

/** A trial in JSON is its option with one more member. */
interface TrialJson {
  @JsonUnwrapped
  Option option();
}
