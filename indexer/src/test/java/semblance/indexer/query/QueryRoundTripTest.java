package semblance.indexer.query;

import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

class QueryRoundTripTest {
    private static final int QUERIES = 10_000;

    @Test
    void aQueryThatIsWrittenIsReadAsItWas() {
        RandomQueries random = new RandomQueries(Seed.next("written queries").random());
        for (int i = 0; i < QUERIES; i++) {
            PhotoQuery query = random.query();

            assertThat(QueryParser.parse(query.text())).as(query.text()).isEqualTo(query);
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithinItAndWhatIsReadIsStable() {
        RandomQueries random = new RandomQueries(Seed.next("any text").random());
        int read = 0;
        for (int i = 0; i < QUERIES; i++) {
            String text = random.text();
            PhotoQuery query;
            try {
                query = QueryParser.parse(text);
            } catch (QueryException e) {
                assertThat(e.column()).as(text).isBetween(1, text.length() + 1);
                continue;
            }
            read++;
            assertThat(QueryParser.parse(query.text())).as("%s as %s", text, query.text()).isEqualTo(query);
        }
        assertThat(read).as("texts that were queries").isGreaterThan(QUERIES / 20);
    }

    @Test
    void whatIsTypedSoFarNeverFails() {
        RandomQueries random = new RandomQueries(Seed.next("typed so far").random());
        for (int i = 0; i < QUERIES / 20; i++) {
            String text = random.query().text();
            for (int end = 0; end <= text.length(); end++) {
                TypedQuery typed = TypedQuery.read(text.substring(0, end));
                assertThat(typed.query().isPresent() || typed.mistake().isPresent()).isTrue();
            }
        }
    }
}
