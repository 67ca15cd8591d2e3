package org.postrider.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postrider.letter.Letter;

class MailboxTest {

  @TempDir Path folder;

  @Test
  void aDeliveredLetterCanBeListedAndOpened() {
    Mailbox mailbox = new Mailbox(folder.resolve("mailbox"));
    assertThat(mailbox.newest(10)).isEmpty();

    Outcome outcome =
        new MailboxCourier(mailbox).deliver(letter("1", "05", "=?utf-8?B?5L2g5aW9?="));

    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    Mailbox.Item item = mailbox.newest(10).get(0);
    assertThat(item.subject()).isEqualTo("你好");
    assertThat(item.to()).isEqualTo("a@b.example");
    assertThat(item.date()).isEqualTo(Instant.parse("2025-05-05T08:00:05Z"));
    Mailbox.Opened opened = mailbox.open(item.name()).orElseThrow();
    assertThat(opened.text()).isEqualTo("text\r\n");
    assertThat(opened.html()).isEmpty();
    assertThat(opened.headers()).contains("Subject: 你好");
    assertThat(opened.bytes()).isEqualTo(letter("1", "05", "=?utf-8?B?5L2g5aW9?=").bytes());
  }

  @Test
  void theNewestComesFirst() {
    Mailbox mailbox = new Mailbox(folder);
    MailboxCourier courier = new MailboxCourier(mailbox);
    courier.deliver(letter("1", "10", "first"));
    courier.deliver(letter("2", "30", "third"));
    courier.deliver(letter("3", "20", "second"));

    assertThat(mailbox.newest(2))
        .extracting(Mailbox.Item::subject)
        .containsExactly("third", "second");
  }

  @Test
  void aLetterSentAgainAppearsTwice() {
    Mailbox mailbox = new Mailbox(folder);
    MailboxCourier courier = new MailboxCourier(mailbox);
    courier.deliver(letter("1", "10", "again"));
    courier.deliver(letter("1", "10", "again"));

    assertThat(mailbox.newest(10)).hasSize(2);
    assertThat(folder.resolve("tmp")).isEmptyDirectory();
  }

  @Test
  void onlyPlainNamesAreOpened() throws IOException {
    Files.writeString(folder.resolve("secret"), "x");
    Files.createDirectories(folder.resolve("new"));

    assertThat(new Mailbox(folder).open("../secret")).isEmpty();
    assertThat(new Mailbox(folder).open("nothing")).isEmpty();
  }

  @Test
  void rubbishIsShownAsFarAsItCanBeRead() throws IOException {
    Path shown = Files.createDirectories(folder.resolve("new"));
    Random random = new Random(7);
    String start =
        "Content-Type: multipart/alternative; boundary=x\r\nDate: never\r\nSubject: =?x?Q?";
    for (int i = 0; i < 200; i++) {
      byte[] rubbish = new byte[random.nextInt(400)];
      random.nextBytes(rubbish);
      String text = start.substring(0, random.nextInt(start.length()));
      byte[] bytes =
          (text + new String(rubbish, StandardCharsets.ISO_8859_1))
              .getBytes(StandardCharsets.ISO_8859_1);
      Files.write(shown.resolve(i + ".rubbish"), bytes);
    }
    Mailbox mailbox = new Mailbox(folder);

    assertThat(mailbox.newest(1000)).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(mailbox.open(i + ".rubbish")).isPresent();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsUnavailable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    MailboxCourier courier = new MailboxCourier(new Mailbox(file));

    assertThat(courier.tryOut()).contains(file.toString());
    assertThat(courier.deliver(letter("1", "10", "x"))).isInstanceOf(Outcome.Unavailable.class);
  }

  private static Letter letter(String id, String second, String subject) {
    String text =
        "Date: Mon, 05 May 2025 08:00:%s +0000\r\nTo: a@b.example\r\nSubject: %s\r\n\r\ntext\r\n"
            .formatted(second, subject);
    return new Letter(
        "x@blog.example",
        "a@b.example",
        "<" + id + "@blog.example>",
        text.getBytes(StandardCharsets.US_ASCII));
  }
}
