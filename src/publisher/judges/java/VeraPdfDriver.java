import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * Asks veraPDF about many files in one virtual machine.
 *
 * <p>Arguments: flavours with commas between them ({@code ua1,2a}), then the files. Prints one JSON object a line for
 * every file and flavour: what veraPDF counted and every assertion that failed, up to a limit for each rule; or
 * {@code fault}, where it could not finish.
 */
public final class VeraPdfDriver {
    private static final int FAILURES_SHOWN_PER_RULE = 100;

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        PrintStream answers = new PrintStream(System.out, true, "UTF-8");
        System.setOut(System.err); // whatever the library prints is no answer
        VeraGreenfieldFoundryProvider.initialise();
        ObjectMapper json = new ObjectMapper();
        for (int file = 1; file < arguments.length; file++) {
            for (String flavour : arguments[0].split(",")) {
                answers.println(json.writeValueAsString(answer(arguments[file], flavour)));
            }
        }
    }

    private static Map<String, Object> answer(String file, String flavour) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("file", file);
        answer.put("flavour", flavour);
        answer.put("version", ReleaseDetails.getInstance().getVersion());
        try {
            answer.putAll(counted(validated(new File(file), PDFAFlavour.byFlavourId(flavour))));
        } catch (Throwable fault) {
            answer.put("fault", fault.toString());
        }
        return answer;
    }

    private static ValidationResult validated(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator =
                        ValidatorFactory.createValidator(flavour, FAILURES_SHOWN_PER_RULE, false, true, false)) {
            return validator.validate(parser);
        }
    }

    private static Map<String, Object> counted(ValidationResult result) {
        if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
            throw new IllegalStateException("ended early: " + result.getJobEndStatus());
        }
        List<Map<String, Object>> failures = new ArrayList<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                failures.add(failure(assertion));
            }
        }
        return Map.of(
                "profile", result.getProfileDetails().getName(),
                "compliant", result.isCompliant(),
                "assertions", result.getTotalAssertions(),
                "failures", failures);
    }

    private static Map<String, Object> failure(TestAssertion assertion) {
        return Map.of(
                "rule", assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber(),
                "message", String.valueOf(assertion.getErrorMessage()),
                "where", String.valueOf(assertion.getLocation().getContext()));
    }
}
