using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Senim.Intake.Storage;
using Senim.Routing.Departments;
using Senim.Routing.Storage;

namespace Senim.Storage.Tests.TransactSql;

/// <summary>
/// A method of a class that reaches a database: one that is given a context or the factory of one, or a class or a port that is.
/// </summary>
internal sealed record StoreMethod(Type Store, MethodInfo Method)
{
    private static readonly Type[] Ours = [.. new[] { typeof(IntakeDb), typeof(RoutingDb) }.SelectMany(type => type.Assembly.GetTypes())];

    public static IReadOnlyDictionary<string, StoreMethod> All { get; } = Stores()
        .SelectMany(Close)
        .SelectMany(type => MethodsOf(type).Select(method => new StoreMethod(type, method)))
        .ToDictionary(method => method.ToString());

    public override string ToString() =>
        $"{Store.Name.Split('`')[0]}{string.Concat(Store.GetGenericArguments().Select(of => $"<{of.Name}>"))}.{Method.Name}";

    /// <summary>Of another provider; it is run where that is.</summary>
    public static bool IsOfAnother(Type type) =>
        type.Name.StartsWith(nameof(DatabaseProvider.Sqlite), StringComparison.Ordinal) || type.Name.StartsWith(nameof(DatabaseProvider.PostgreSql), StringComparison.Ordinal);

    private static HashSet<Type> Stores()
    {
        var classes = Ours.Where(type => type is { IsClass: true, IsAbstract: false } && !IsContextFactory(type) && !IsOfAnother(type)).ToList();
        var given = classes.ToDictionary(type => type, GivenTo);
        var stores = classes.Where(type => given[type].Any(IsDatabase)).ToHashSet();
        while (classes.FirstOrDefault(type => !stores.Contains(type) && given[type].Any(part => stores.Any(part.IsAssignableFrom))) is { } next)
            stores.Add(next);
        return stores;
    }

    /// <summary>Also one by one, where it is given all that there are.</summary>
    private static List<Type> GivenTo(Type type) =>
    [
        .. type.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .SelectMany(parameter => parameter.ParameterType.GetGenericArguments().Prepend(parameter.ParameterType))
            .Where(part => part.Assembly.GetName().Name!.StartsWith("Senim.", StringComparison.Ordinal) || IsDatabase(part)),
    ];

    /// <summary>Identity keeps its accounts through the context too.</summary>
    private static bool IsDatabase(Type type) =>
        typeof(DbContext).IsAssignableFrom(type) || IsContextFactory(type) || type.GetGenericArguments().Contains(typeof(StaffMember));

    private static bool IsContextFactory(Type type) =>
        type.GetInterfaces().Prepend(type).Any(known => known.IsGenericType && known.GetGenericTypeDefinition() == typeof(IDbContextFactory<>));

    /// <summary>A class for any context is one for each.</summary>
    private static IEnumerable<Type> Close(Type type) => type.IsGenericTypeDefinition
        ? [type.MakeGenericType(typeof(IntakeDb)), type.MakeGenericType(typeof(RoutingDb))]
        : [type];

    /// <summary>What others can call, be it through a port or not.</summary>
    private static IEnumerable<MethodInfo> MethodsOf(Type type) => type
        .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(method => method.DeclaringType!.Assembly.GetName().Name!.StartsWith("Senim.", StringComparison.Ordinal)
            && !method.IsSpecialName
            && (method.IsPublic || method.IsAssembly || method.IsFamilyOrAssembly)
            && !SpeaksWithTelegram(method)
            && method.Name is not (nameof(IDisposable.Dispose) or nameof(IAsyncDisposable.DisposeAsync)));

    /// <summary>What it asks of the database it asks through stores that are called by themselves, and here no Telegram answers.</summary>
    private static bool SpeaksWithTelegram(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.ParameterType.Namespace!.StartsWith("Telegram.", StringComparison.Ordinal));
}
