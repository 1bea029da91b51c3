package dev.teiten.web.view;

import dev.teiten.load.ClusterMark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The id of a mark in addresses: a hash of its time and label, which make it unique. */
public final class MarkKey {
  private static final int BYTES = 8;

  private MarkKey() {}

  /** 16 hexadecimal digits. */
  public static String of(ClusterMark mark) {
    try {
      byte[] text = (mark.at() + " " + mark.label()).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java runtime has this algorithm.
    }
  }
}
