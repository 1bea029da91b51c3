package dev.teiten.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.teiten.normalize.NormalizedStatement;
import dev.teiten.normalize.hint.Hint;
import java.util.List;
import java.util.Map;

/** The JSON form of a {@link dev.teiten.rank.Contributor}, with the members of its statement. */
@JsonPropertyOrder({
  "rank",
  "rankLow",
  "rankHigh",
  "fingerprint",
  "family",
  "statement",
  "truncated",
  "verb",
  "tables"
})
interface ContributorJson {
  @JsonIgnore
  NormalizedStatement query();

  @JsonProperty
  String fingerprint();

  @JsonProperty
  String family();

  @JsonProperty
  String statement();

  @JsonProperty
  boolean truncated();

  @JsonProperty
  String verb();

  @JsonProperty
  List<String> tables();

  @JsonProperty
  List<Hint> hints();

  @JsonProperty
  Map<String, String> tags();
}
