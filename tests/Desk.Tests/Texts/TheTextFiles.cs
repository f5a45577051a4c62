using System.Text.RegularExpressions;
using Senim.Browser;
using Senim.Desk.Texts;
using Senim.Intake;
using Senim.Intake.Evidence;
using Senim.Intake.Notes;
using Senim.Intake.Signals;
using Senim.Intake.Triage;
using Senim.Routing.Departments;
using Senim.Routing.Departments.Audit;
using Senim.Routing.Departments.Duty;
using Senim.Routing.Departments.Reachability;
using Senim.Routing.Ladder;
using Senim.Routing.Queues;

namespace Senim.Desk.Tests.Texts;

public sealed partial class TheTextFiles
{
    private static readonly DeskTexts[] All = [.. Languages.All.Select(DeskTexts.In)];

    [Fact]
    public void Hold_the_same_keys_in_each_language()
    {
        foreach (var texts in All)
            Assert.Equal(All[0].Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Have_the_same_placeholders_and_no_empty_text()
    {
        foreach (var key in All[0].Keys)
        {
            Assert.All(All, texts => Assert.False(string.IsNullOrWhiteSpace(texts[key]), key));
            Assert.All(All, texts => Assert.Equal(Placeholders(All[0][key]), Placeholders(texts[key])));
        }
    }

    [Fact]
    public void Are_never_the_same_in_two_languages()
    {
        foreach (var key in All[0].Keys)
            Assert.True(All.Select(texts => texts[key]).Distinct(StringComparer.OrdinalIgnoreCase).Count() == All.Length, key);
    }

    [Fact]
    public void Write_Kazakh_and_Russian_without_Latin_letters()
    {
        foreach (var texts in All.Where(texts => texts.Language != Language.En))
            Assert.All(texts.Keys, key => Assert.False(Latin().IsMatch(ProperNames().Replace(texts[key], "")), $"{texts.Language} {key}"));
    }

    [Fact]
    public void Know_each_code_that_pages_show()
    {
        string[] keys =
        [
            .. Enum.GetValues<Category>().Select(category => "category." + CategoryCodes.Code(category)),
            .. Enum.GetNames<Urgency>().Select(urgency => "urgency." + urgency.ToLowerInvariant()),
            .. Enum.GetNames<QueueState>().Select(state => "state." + state),
            .. Enum.GetNames<QueueAction>().Select(action => "history." + action),
            .. Enum.GetNames<CaseOutcome>().Select(outcome => "outcome." + outcome),
            .. Enum.GetNames<ChannelKind>().Select(channel => "channel." + channel),
            .. Enum.GetNames<MediaKind>().Select(kind => "file.kind." + kind),
            .. Enum.GetNames<EvidenceState>().Where(state => state != nameof(EvidenceState.Stored)).Select(state => "file.state." + state),
            .. Enum.GetNames<HoldReason>().Select(reason => "file.held." + reason),
            .. Enum.GetNames<CaseStep>().Select(step => "caseStep." + step),
            .. Enum.GetNames<ReferralBody>().Select(body => "body." + body),
            .. Enum.GetNames<StaffStepKind>().SelectMany(kind => new[] { $"step.{kind}", $"step.{kind}.button" }),
            .. EmergencyCall.Numbers.Append("none").Select(number => "step.TellCall." + number),
            .. Enum.GetNames<DutyDays>().Where(day => day != nameof(DutyDays.None)).Select(day => "duty.day." + day),
            .. Enum.GetNames<DutyProblem>().Select(problem => "duty.problem." + problem),
            .. Enum.GetNames<UnreachedWhy>().Select(why => "duty.why." + why),
            .. Enum.GetNames<AuditAction>().Select(action => "audit." + action),
            .. from level in new[] { LadderLevel.Officer, LadderLevel.Head, LadderLevel.Region, LadderLevel.National }
               from outcome in Enum.GetNames<LadderOutcome>()
               where outcome != nameof(LadderOutcome.Alerted)
               select $"ladder.{level}.{outcome}",
            .. Enum.GetNames<StaffRole>().Select(role => "role." + role),
        ];
        Assert.All(keys, key => Assert.Contains(key, All[0].Keys));
    }

    [Fact]
    public void Are_all_used_and_hold_all_that_pages_name()
    {
        var source = string.Join('\n', Directory.EnumerateFiles(RepositoryRoot.Combine("src", "Desk"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        var named = Named().Matches(source).Select(match => match.Groups["key"].Value).Where(key => !key.EndsWith(".js", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var groups = new[] { "category.", "urgency.", "state.", "history.", "outcome.", "channel.", "role.", "language.", "question.", "answer.", "recused.", "error.", "password.", "queue.column.", "hint.", "asked.", "bar.", "ask.problem.", "file.", "caseStep.", "body.", "step.", "links.problem.", "ladder.", "duty.day.", "duty.problem.", "duty.why.", "audit.", "alerts." };

        Assert.All(named.Where(key => !key.EndsWith('.')), key => Assert.Contains(key, All[0].Keys));
        Assert.All(All[0].Keys.Where(key => !Array.Exists(groups, key.StartsWith)), key => Assert.Contains(key, named));
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex("Telegram|SMS")]
    private static partial Regex ProperNames();

    [GeneratedRegex("\"(?<key>(alerts|app|ask|audit|drill|duty|step|links|nav|signIn|queue|time|due|mark|signal|password|error|role|category)\\.[A-Za-z.]+)\"")]
    private static partial Regex Named();
}
