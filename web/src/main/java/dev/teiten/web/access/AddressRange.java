package dev.teiten.web.access;

import dev.teiten.load.SettingException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * An address, the name of a host, or a range such as {@code 10.0.0.0/8}.
 *
 * @param host an address or a name, which is resolved at each question
 * @param bits the leading bits that have to agree; negative: all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632">RFC 4632, CIDR</a>
 */
record AddressRange(String host, int bits) {
  private static final String HINT = "Write an address, a host's name, or a range like 10.0.0.0/8.";

  /**
   * @throws SettingException if the text has another form
   */
  static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return new AddressRange(text, -1);
    }
    String host = text.substring(0, slash);
    String bits = text.substring(slash + 1);
    // Only the text of an address, which is not looked up.
    boolean isAddress = host.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    if (!isAddress || !bits.matches("\\d{1,3}")) {
      throw new SettingException("--trusted-proxy " + text + " is no range", HINT);
    }
    try {
      int most = InetAddress.getByName(host).getAddress().length * Byte.SIZE;
      if (Integer.parseInt(bits) <= most) {
        return new AddressRange(host, Integer.parseInt(bits));
      }
    } catch (UnknownHostException e) {
      // Gives the error of any other range.
    }
    throw new SettingException("--trusted-proxy " + text + " is no range", HINT);
  }

  boolean contains(String address) {
    try {
      byte[] asked = InetAddress.getByName(address).getAddress();
      return Arrays.stream(InetAddress.getAllByName(host))
          .anyMatch(own -> agree(own.getAddress(), asked));
    } catch (UnknownHostException e) {
      return false; // A proxy whose name does not resolve now cannot be the sender.
    }
  }

  private boolean agree(byte[] own, byte[] asked) {
    if (own.length != asked.length) {
      return false;
    }
    int compared = bits < 0 ? own.length * Byte.SIZE : bits;
    for (int bit = 0; bit < compared; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if (((own[bit / Byte.SIZE] ^ asked[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
