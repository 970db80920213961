return args switch
{
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: jingjian-tools VERB ...");
    return 2;
}
