package org.postrider.letter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.postrider.token.Purpose;

/**
 * An edition's form in the database: {@code PRE}, a version byte, then kind, subject, headers, body
 * and holes, numbers big-endian. Names stand for kinds and purposes, so that their order may
 * change. It isn't compressed: compressed bytes differ from one Java to the next, and the
 * fingerprint is taken of these.
 */
final class StoredEdition {

  private static final int MARK = 'P' << 24 | 'R' << 16 | 'E' << 8;
  private static final int VERSION = 1;

  private StoredEdition() {}

  static byte[] write(Edition edition) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(edition.body().length + 2048);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MARK | VERSION);
      out.writeUTF(edition.kind().name());
      out.writeUTF(edition.subject());
      writeBlock(out, edition.headers());
      writeBlock(out, edition.body());
      out.writeInt(edition.holes().size());
      for (Hole hole : edition.holes()) {
        out.writeUTF(hole.purpose().name());
        out.writeInt(hole.part());
        out.writeInt(hole.at());
        out.writeBoolean(hole.base64());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Edition read(byte[] stored) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
      int mark = in.readInt();
      if (mark != (MARK | VERSION)) {
        throw new IllegalArgumentException(
            "This is no stored edition of version "
                + VERSION
                + ": it begins with "
                + Integer.toHexString(mark));
      }
      Edition.Kind kind = Edition.Kind.valueOf(in.readUTF());
      String subject = in.readUTF();
      byte[] headers = readBlock(in);
      byte[] body = readBlock(in);
      List<Hole> holes = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        Purpose purpose = Purpose.valueOf(in.readUTF());
        holes.add(new Hole(purpose, in.readInt(), in.readInt(), in.readBoolean()));
      }
      return new Edition(kind, subject, headers, body, holes);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "A stored edition of " + stored.length + " bytes is damaged: " + e.getMessage(), e);
    }
  }

  private static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
    out.writeInt(block.length);
    out.write(block);
  }

  private static byte[] readBlock(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] block = in.readNBytes(Math.max(0, length));
    if (block.length != length) {
      throw new IOException(length + " bytes expected, " + block.length + " found");
    }
    return block;
  }
}
