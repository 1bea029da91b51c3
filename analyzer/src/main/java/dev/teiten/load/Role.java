package dev.teiten.load;

/** The role of an instance in its Aurora cluster. */
public enum Role {
  WRITER,
  READER
}
