package dev.teiten.load;

/** What an instance does in its Aurora cluster. */
public enum Role {
  WRITER,
  READER
}
