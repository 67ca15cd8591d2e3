package org.postrider.membership;

import java.util.List;
import org.postrider.subscriber.ReaderImport;

/**
 * What came of an import; the counts of a rehearsal are those that the import itself would have.
 *
 * @param added new readers
 * @param known readers who stay as they are
 * @param repeated rows that only repeat the address of an earlier one
 * @param suppressed lines whose address is refused for good or was erased on demand
 * @param refused rows that can't be used, in the order of the file
 */
public record ImportReport(
    int added,
    int known,
    int repeated,
    List<Integer> suppressed,
    List<ReaderImport.Refusal> refused) {}
