namespace Drydock.Maas.Design.Deckhand.Paths;

/// <summary>
/// Reads paths. Filters, unions and parents are errors that say so: nobody may be handed another value than he asked for.
/// </summary>
internal sealed class JsonPathParser(PathLexer text)
{
    private const int MostSteps = 500;

    private readonly List<IReadOnlyList<PathStep>> _segments = [];
    private List<PathStep> _steps = [];
    private bool _isReadOnly;
    private int _read;

    public JsonPath Parse()
    {
        text.SkipSpace();
        if (text.AtEnd)
            throw text.CreateUnexpectedError();
        if (text.Current == '$')
            text.Skip();
        else
            ReadStart();
        while (text.SkipSpace() && !text.AtEnd)
            ReadStep();
        _segments.Add(_steps);
        return new(text.ToString(), _segments, _isReadOnly && _segments is [{ Count: 0 }]);
    }

    private void ReadStart()
    {
        if (text.Current == '[')
            ReadBrackets();
        else
            ReadFields();
    }

    private void ReadStep()
    {
        if (++_read > MostSteps)
            throw text.CreateParserError($"has more than {MostSteps} steps");
        switch (text.Current)
        {
            case '[':
                ReadBrackets();
                break;
            case '.' when text.IsDescent:
                text.Skip(2);
                _segments.Add(_steps);
                _steps = [];
                ReadAfterDot();
                break;
            case '.':
                text.Skip();
                ReadAfterDot();
                break;
            default:
                throw text.CreateUnexpectedError();
        }
    }

    private void ReadAfterDot()
    {
        text.SkipSpace();
        if (text.AtEnd)
            throw text.CreateUnexpectedError();
        if (text.Current == '[')
            ReadBrackets();
        else if (text.Current == '$')
            ReadRootAgain();
        else
            ReadFields();
    }

    private void ReadRootAgain()
    {
        if (_steps.Count > 0 || _segments.Count > 0)
            throw text.CreateParserError("near token $; it may only stand at the beginning");
        _isReadOnly = true;
        text.Skip();
    }

    private void ReadFields()
    {
        if (text.Current == '*')
        {
            text.Skip();
            _steps.Add(new PathStep.Fields([]));
            return;
        }

        var names = new List<string> { text.ReadName() };
        while (text.SkipSpace() && !text.AtEnd && text.Current == ',')
        {
            text.Skip();
            text.SkipSpace();
            names.Add(text.ReadName());
        }

        _steps.Add(new PathStep.Fields(names));
    }

    private void ReadBrackets()
    {
        text.Skip();
        text.SkipSpace();
        if (text.AtEnd)
            throw text.CreateUnexpectedError();
        if (text.Current == '*')
        {
            text.Skip();
            _steps.Add(new PathStep.Slice(null, null, null));
        }
        else if (text.Current == ':' || text.IsNumberHere())
            ReadIndexOrSlice();
        else
            ReadFields();
        text.SkipSpace();
        if (text.AtEnd || text.Current != ']')
            throw text.CreateUnexpectedError();
        text.Skip();
    }

    private void ReadIndexOrSlice()
    {
        var parts = new List<int?> { text.IsNumberHere() ? text.ReadNumber() : null };
        while (text.SkipSpace() && !text.AtEnd && text.Current == ':' && parts.Count < 3)
        {
            text.Skip();
            text.SkipSpace();
            parts.Add(text.IsNumberHere() ? text.ReadNumber() : null);
        }

        _steps.Add(parts.Count == 1
            ? new PathStep.Index(parts[0]!.Value)
            : new PathStep.Slice(parts[0], parts[1], parts.ElementAtOrDefault(2)));
    }
}
