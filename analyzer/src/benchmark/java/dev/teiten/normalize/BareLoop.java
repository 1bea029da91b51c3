package dev.teiten.normalize;

/** The least that a scanner can do: one look into a table and one step of a hash a byte. */
final class BareLoop {
  private static final byte[] TABLE = new byte[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      TABLE[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
    }
  }

  private BareLoop() {}

  static int hash(byte[] text) {
    int hash = 0;
    for (byte b : text) {
      hash = 31 * hash + TABLE[b & 0xff];
    }
    return hash;
  }
}
