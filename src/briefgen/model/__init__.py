"""What authors write, as Pydantic models: `briefing`, `content` (typed blocks), `template`; `schema` describes it."""
