package dev.teiten.review;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;

/** The JSON form of a {@link dev.teiten.rank.Ranking}. */
interface RankingJson {
  @JsonIgnore
  Map<String, String> formerIds();
}
