"""Worlds, and what they are asked."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path
from unittest import mock

import dramaturg
from dramaturg import (
    CommandNotFound,
    Mistakes,
    MissingPandas,
    NotFound,
    Refused,
    ServerEnded,
    Session,
    World,
)

from .texts import crow, root

PLAN = ["flatter(Fox, Crow)", "sing(Crow, Fox)", "snatchCheese(Fox)"]
has_pandas = importlib.util.find_spec("pandas") is not None


class Questions(unittest.TestCase):
    """Every question is answered."""

    @classmethod
    def setUpClass(cls) -> None:
        cls.world = World(crow(), file="crow.drama")
        cls.story = cls.world.tell()

    def test_tells_a_story(self) -> None:
        self.assertTrue(self.story)
        self.assertEqual(list(self.story), PLAN)
        self.assertEqual((self.story.status, self.story.utility, len(self.story.explanations)), ("solved", 1, 3))
        self.assertEqual(self.story.json["format"], "dramaturg-tell")
        self.assertIsNone(self.story.prose)
        self.assertEqual(repr(self.story), "<Story solved, 3 acts>")

    def test_tells_it_in_prose(self) -> None:
        prose = self.world.tell(pov="Crow").prose
        self.assertIsNotNone(prose)
        self.assertRegex(str(prose), r"[A-Z].*\.")

    def test_says_that_there_is_none(self) -> None:
        story = self.world.tell(goal=5, author_limit=3, character_limit=2, belief_limit=1)
        self.assertFalse(story)
        self.assertEqual((story.status, list(story.plan)), ("exhausted", []))

    def test_lists_stories(self) -> None:
        stories = self.world.stories(author_limit=3, character_limit=3, belief_limit=1)
        self.assertTrue(stories.is_whole)
        self.assertIn(PLAN, [each["plan"] for each in stories])
        self.assertEqual(stories.rows[0]["acts"], len(stories[0]["plan"]))

    def test_checks(self) -> None:
        self.assertTrue(self.world.check())
        check = World("entity Fox : animal;").check()
        self.assertFalse(check)
        self.assertEqual(check.diagnostics[0]["code"], "undeclared-type")

    def test_verifies_stories_and_outlines_however_they_are_given(self) -> None:
        self.assertTrue(self.world.verify(self.story))
        self.assertTrue(self.world.verify(self.story.json))
        for outline in (PLAN, "\n".join(PLAN)):
            self.assertTrue(self.world.verify(outline))
        broken = self.world.verify(["sing(Crow, Fox)"])
        self.assertFalse(broken)
        self.assertIsNotNone(broken.review)
        self.assertIsNotNone(self.world.repair(["sing(Crow, Fox)"]).repairs)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "plot.txt")
            path.write_text("\n".join(PLAN), "utf-8")
            self.assertTrue(self.world.verify(path))

    def test_says_why_and_why_not(self) -> None:
        why = self.world.why(self.story, 2)
        self.assertIn("Crow", str(why))
        self.assertEqual(why.json["label"], PLAN[1])
        self.assertTrue(self.world.why(self.story, act=1, for_="Fox").sentences)
        self.assertTrue(self.world.why_not("sing(Crow, Fox)").sentences)
        self.assertTrue(self.world.why_not("sing(Crow, Fox)", self.story, at=1).sentences)
        self.assertTrue(self.world.ending("holdsCheese(Fox)").sentences)

    def test_says_who_knows_what(self) -> None:
        knowledge = self.world.knows(self.story, who=["Crow"])
        self.assertTrue(all(each["believers"] in ([], ["Crow"]) for each in knowledge.rows))
        self.assertGreater(len(knowledge.fabula["occurrences"]), 2)

    def test_explores_and_compares(self) -> None:
        space = self.world.explore()
        self.assertTrue(space.is_whole)
        self.assertIn("goal", [each["ending"] for each in space.rows])
        self.assertIn(PLAN[0], [each["act"] for each in space.act_rows])
        self.assertEqual(self.world.compare(distinct=1).json["format"], "dramaturg-compare")

    def test_asks_what_if_and_runs_scenarios(self) -> None:
        answer = self.world.what_if(set=["holdsCheese(Crow) = False"])
        self.assertIn("before", answer.json)
        self.assertEqual(self.world.test().json["failed"], 0)

    def test_lays_out_and_exports(self) -> None:
        self.assertIn("entity Crow : character", self.world.format())
        self.assertIn("Title:", self.world.export("fountain"))

    def test_plays(self) -> None:
        with self.world.play(as_="Fox") as play:
            self.assertEqual(play.role, "Fox")
            self.assertIn(PLAN[0], play.choices)
            play.choose(PLAN[0])
            text = play.text
            self.assertTrue(play.why())
            record = play.save()
            play.undo()
            self.assertIsNone(play.ending)
            with self.world.play(as_="Fox", record=record) as again:
                self.assertEqual(again.text, text)
        play.end()

    def test_loads_a_file_and_reads_it_anew(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "crow.drama")
            path.write_text(crow(), "utf-8")
            world = World.load(path)
            self.assertEqual(list(world.tell()), PLAN)
            path.write_text("entity Fox : animal;", "utf-8")
            with self.assertRaises(Mistakes):
                world.tell()


class Errors(unittest.TestCase):
    """What goes wrong is an exception with a sentence."""

    def test_mistakes_are_data(self) -> None:
        with self.assertRaises(Mistakes) as caught:
            World("entity Fox : animal;", file="draft.drama").tell()
        self.assertEqual(caught.exception.diagnostics[0]["code"], "undeclared-type")
        self.assertIn("draft.drama:1:14: error [undeclared-type]", str(caught.exception))

    def test_unknown_options_are_refused(self) -> None:
        with self.assertRaisesRegex(Refused, 'tell has no parameter "gaol": there are world, '):
            World(crow()).tell(gaol=1)

    def test_what_does_not_exist(self) -> None:
        with self.assertRaises(NotFound):
            World(crow()).export("fountain", goal=9, author_limit=2, character_limit=2, belief_limit=1)

    def test_the_command_may_be_absent(self) -> None:
        with mock.patch.dict("os.environ", {"DRAMATURG": "/nowhere/dramaturg"}):
            with self.assertRaisesRegex(CommandNotFound, "there is no command /nowhere/dramaturg"):
                Session().ask("version")
        with mock.patch.dict("os.environ", {"PATH": ""}):
            with mock.patch.dict("os.environ"):
                __import__("os").environ.pop("DRAMATURG", None)
                with self.assertRaisesRegex(CommandNotFound, "not on PATH"):
                    Session().ask("version")

    def test_a_command_that_ends_is_no_riddle(self) -> None:
        with Session([sys.executable, "-c", "import sys; sys.exit('no such thing')"]) as session:
            with self.assertRaisesRegex(ServerEnded, "no such thing"):
                session.ask("version")

    @unittest.skipIf(has_pandas, "pandas is here")
    def test_a_table_without_pandas_says_what_is_missing(self) -> None:
        with self.assertRaisesRegex(MissingPandas, "pip install pandas"):
            World(crow()).explore().to_dataframe()

    @unittest.skipUnless(has_pandas, "pandas is not installed")
    def test_tables_with_pandas(self) -> None:
        world = World(crow())
        story = world.tell()
        space = world.explore()
        endings = space.to_dataframe()
        self.assertEqual(list(endings.columns)[:3], ["ending", "act", "by"])
        self.assertEqual(len(endings), len(space.endings))
        self.assertEqual(set(space.to_dataframe("acts")["act"]), {each["act"] for each in space.acts})
        self.assertEqual(len(world.knows(story).to_dataframe()), len(world.knows(story).rows))
        stories = world.stories(author_limit=3, character_limit=3, belief_limit=1)
        self.assertEqual(len(stories.to_dataframe()), len(stories))

    def test_tables_of_something_else(self) -> None:
        with self.assertRaises(ValueError):
            World(crow()).explore().to_dataframe("people")


class Sessions(unittest.TestCase):
    """The running command."""

    def test_answers_several_questions_at_once(self) -> None:
        with Session(at_once=2) as session:
            asked = [session.submit("tell", world={"text": crow()}, seed=seed) for seed in range(4)]
            self.assertTrue(all(each.result(60)["status"] == "solved" for each in asked))
            self.assertEqual([each.exit for each in asked], [0, 0, 0, 0])

    def test_serves_threads(self) -> None:
        plans: list[object] = []
        with Session() as session:
            world = World(crow(), session=session)
            threads = [threading.Thread(target=lambda: plans.append(list(world.tell()))) for _ in range(4)]
            for each in threads:
                each.start()
            for each in threads:
                each.join()
        self.assertEqual(plans, [PLAN] * 4)

    def test_cancels_and_tells_how_it_stands(self) -> None:
        dragon = str(root / "stories" / "dragon" / "dragon.drama")
        heard: list[object] = []
        with Session() as session:
            limits = {"authorLimit": None, "characterLimit": None, "beliefLimit": None}
            asked = session.submit("tell", heard.append, world=dragon, goal=1000000, **limits)
            deadline = time.monotonic() + 60
            while not heard and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertTrue(heard)
            asked.cancel()
            try:
                self.assertEqual(asked.result(60)["limit"], "interrupted")
            except dramaturg.Cancelled as error:
                self.assertEqual(error.exit, 130)
            self.assertIn("methods", session.ask("version"))

    def test_ends_and_stays_ended(self) -> None:
        session = Session()
        session.ask("version")
        session.close()
        session.close()
        with self.assertRaisesRegex(ServerEnded, "closed"):
            session.ask("version")

    def test_starts_anew_when_the_command_was_killed(self) -> None:
        with Session() as session:
            session.ask("version")
            process = session._process
            assert process is not None
            process.kill()
            process.wait()
            deadline = time.monotonic() + 20
            while session._process is process and time.monotonic() < deadline:
                time.sleep(0.02)
            self.assertIn("methods", session.ask("version"))


if __name__ == "__main__":
    unittest.main()
